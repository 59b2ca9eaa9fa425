"""Hormones: aging, ovary, estradiol, and how the estrogen signal reaches bone."""
