"""Procedures, one a file: what is done once and ends the work of the ovaries."""
