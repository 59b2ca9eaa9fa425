"""A population: people drawn from published tables, each a function of seed and number."""
