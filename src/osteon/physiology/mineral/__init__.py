"""Mineral homeostasis: vitamin D, calcium and parathyroid hormone."""
