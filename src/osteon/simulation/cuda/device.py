"""The GPU of this machine, as CuPy reaches it; all that osteon asks of CuPy stands here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import MissingExtraError, SimulationError

_OPTIONS = ("-std=c++17",)
_INSTEAD = "OSTEON_ENGINE=native or =portable computes on the processor"


@dataclass(frozen=True)
class Device:
    """A GPU that is at hand.

    Attributes
    ----------
    name:
        What its maker calls it.
    multiprocessors:
        How many it has.
    threads:
        How many threads a multiprocessor keeps room for.
    """

    cupy: Any
    name: str
    multiprocessors: int
    threads: int

    @classmethod
    def at_hand(cls) -> Device:
        """Return the current GPU.

        Raises
        ------
        MissingExtraError
            If CuPy is not installed.
        SimulationError
            If there is no GPU, or no driver that reaches it.
        """
        try:
            import cupy
        except ImportError as missing:
            raise MissingExtraError.of("computing on a GPU", "cuda", missing) from missing
        try:
            here = cupy.cuda.Device()
            limits = here.attributes
            name = cupy.cuda.runtime.getDeviceProperties(here.id)["name"].decode()
        except cupy.cuda.runtime.CUDARuntimeError as fault:
            raise SimulationError(
                f"OSTEON_ENGINE=cuda needs a GPU by NVIDIA, and CUDA reaches none ({fault}); "
                f"{_INSTEAD}"
            ) from fault
        return cls(cupy, name, limits["MultiProcessorCount"], limits["MaxThreadsPerMultiProcessor"])

    def module(self, source: str) -> Any:
        """Return a compiled module; CuPy asks the card for its architecture, and keeps the result.

        Raises
        ------
        SimulationError
            If the compiler refuses the source.
        """
        module = self.cupy.RawModule(code=source, options=_OPTIONS)
        try:
            module.compile()
        except self.cupy.cuda.compiler.CompileException as fault:
            said = "\n".join(str(fault).splitlines()[:5])
            raise SimulationError(
                f"CUDA could not compile the kernel; {_INSTEAD}. It says:\n{said}"
            ) from fault
        return module

    def free_memory(self) -> int:
        """Return the bytes that are free, those that CuPy holds in reserve too."""
        free, _ = self.cupy.cuda.Device().mem_info
        return int(free) + int(self.cupy.get_default_memory_pool().free_bytes())

    def here(self, array: NDArray[Any], kind: type[np.generic] | None = None) -> Any:
        """Return a copy of an array in the memory of the GPU."""
        return self.cupy.asarray(np.ascontiguousarray(array, dtype=kind))

    def zeros(self, shape: tuple[int, ...], kind: type[np.generic]) -> Any:
        """Return zeros in the memory of the GPU."""
        return self.cupy.zeros(shape, dtype=kind)
