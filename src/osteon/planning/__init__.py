"""The best feasible strategies for one person: options, what forbids them, and a front of the rest."""
