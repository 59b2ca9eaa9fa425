"""The only room that knows a solver: from a model to trajectories of many people."""
