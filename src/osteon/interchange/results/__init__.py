"""A forecast for programs that analyze data: units and provenance travel inside each form."""
