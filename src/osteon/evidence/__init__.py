"""Published trials as files, each with a role that binds: calibration or validation."""
