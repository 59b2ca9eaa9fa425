"""The kernel in Python, compiled by numba: where there is no C++ compiler."""
