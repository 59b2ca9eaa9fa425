"""Bone itself: resorption, formation, remodeling space, mineralization, the whole skeleton."""
