"""The pathway as a map: which quantities act on which, and how strongly in each month.

Nodes and influences are read from the model's equations; nothing is drawn by hand.
"""
