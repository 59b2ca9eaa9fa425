"""Names, units, sites and evidence grades: the words that every other room speaks."""
