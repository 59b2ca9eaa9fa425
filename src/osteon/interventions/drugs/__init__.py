"""Drugs, one a file: kinetics and place of action."""
