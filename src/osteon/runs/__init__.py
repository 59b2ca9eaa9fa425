"""Runs that survive: people in chunks, kept as shards; the same bytes whatever interrupts them."""
