"""From the model's graph to straight-line code, in any language."""
