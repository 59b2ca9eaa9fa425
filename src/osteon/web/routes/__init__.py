"""One file for each idea that can be asked of the API."""
