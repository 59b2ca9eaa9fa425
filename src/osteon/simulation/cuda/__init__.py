"""The kernel on a GPU: one person a thread."""
