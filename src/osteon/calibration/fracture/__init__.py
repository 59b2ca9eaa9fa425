"""Fit the law of fracture to published ratios, given the courses of bone that the fit found."""
