"""Speed beside accuracy: run `make bench`."""
