"""The twin: what has been measured since month 0 tells which possible version of her she is."""
