"""SBML: the model and one person's course, for every simulator that reads it."""
