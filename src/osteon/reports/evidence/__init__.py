"""The evidence report: one page that holds every published number beside its prediction."""
