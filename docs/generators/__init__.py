"""What makes the pages that nobody writes: from the model, the commands, the schemas, the words."""
