"""A GPU that is the processor: CUDA source compiled as C++, one thread, behind CuPy's names."""
