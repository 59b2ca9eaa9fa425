"""Habits that do harm: what a history says of a person, and what bone pays for it."""
