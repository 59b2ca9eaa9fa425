"""The quantities through which mechanisms meet, a file per field."""
