"""Global sensitivity: which of all that is not known of a person moves a forecast most."""
