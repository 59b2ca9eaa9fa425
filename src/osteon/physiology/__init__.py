"""The biology of bone: one mechanism a file, its parameters in the TOML file of the same name."""
