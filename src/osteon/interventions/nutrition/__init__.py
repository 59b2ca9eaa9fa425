"""Nutrition: nutrients with what they do, and the table of foods that hold them."""
