"""COMBINE archives: models, and the simulation experiment that draws a figure of them."""
