"""Long work: in a process of its own, a few at once, with its progress, and ended when asked."""
