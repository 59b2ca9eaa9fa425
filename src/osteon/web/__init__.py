"""The studio and its REST API: the same functions as in Python, for a browser on this machine."""
