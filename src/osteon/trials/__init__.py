"""Virtual trials: people drawn, recruited, treated, seen at visits and lost, and what is found."""
