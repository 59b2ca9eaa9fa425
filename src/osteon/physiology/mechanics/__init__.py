"""Mechanical loading and the mechanostat."""
