"""The clinic: what was measured in a person read in, a forecast written out."""
