"""PEtab: the calibration problem, for every program that estimates parameters."""
