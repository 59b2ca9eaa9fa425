"""Fit typical parameters to calibration trials, and say what the data pin down."""
