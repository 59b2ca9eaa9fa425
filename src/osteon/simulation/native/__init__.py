"""The kernel in C++: several people side by side in the vector lanes of one core."""
