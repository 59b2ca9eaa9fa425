"""The best feasible strategies for one person: options, what forbids them, and their front."""
