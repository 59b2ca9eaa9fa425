"""Trials predicted beside what was observed."""
