"""Fracture: how far bone, history and falls make it likelier than in other women of that age."""
