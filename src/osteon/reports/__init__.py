"""Pages that a person can read: why a strategy does to bone what the simulation says."""
