"""What forbids or limits a treatment, and what guidelines say of it: data, and how it is read.

A rule answers for a person, a strategy and a time; what it would need to know and is not told, it
says. No rule and no guideline gives a verdict on what to do.
"""
