"""Mechanisms put together: checked, traced to symbols, explained."""
