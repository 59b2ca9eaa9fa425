"""Ways in and out: models, plans and results in the formats that other programs read."""
