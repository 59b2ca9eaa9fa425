"""Function: muscle strength, balance and falls."""
