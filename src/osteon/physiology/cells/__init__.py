"""Bone cells: osteoclasts, osteoblasts, osteocytes."""
