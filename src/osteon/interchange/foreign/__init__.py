"""Foreign models: what somebody else's SBML model says, beside what osteon says."""
