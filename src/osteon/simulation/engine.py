"""Which kernel solves a model: native where there is a C++ compiler, portable elsewhere.

A GPU is used only when it is asked for: for few people it is slower than a core.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.problem import Kernel, Precision

if TYPE_CHECKING:
    from osteon.simulation.native.readings import NativeReadings

VARIABLE = "OSTEON_ENGINE"
ENGINES = ("native", "portable", "cuda")
ON_PROCESSORS = ENGINES[:2]


def engine_name() -> str:
    """Return the engine in use: $OSTEON_ENGINE, or the fastest that this machine can build.

    Raises
    ------
    SimulationError
        If the variable names no engine.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        if chosen not in ENGINES:
            raise SimulationError(
                f"{VARIABLE}={chosen} names no engine; known are {', '.join(ENGINES)}"
            )
        return chosen
    from osteon.simulation.native.compiler import compiler

    return "portable" if compiler() is None else "native"


def fastest_precision() -> Precision:
    """Return the precision in which the engine in use is fastest."""
    return Precision.DOUBLE if engine_name() == "portable" else Precision.SINGLE


def readings_of(model: Model, key: Key) -> NativeReadings | None:
    """Return what reads a quantity faster than NumPy does; None where nothing does."""
    if engine_name() != "native" or model.rare:
        return None
    from osteon.simulation.native.readings import native_readings, readouts_of

    return native_readings(model) if key in readouts_of(model) else None


def kernel_of(model: Model, precision: Precision = Precision.DOUBLE) -> Kernel:
    """Return the compiled kernel of a model from the engine in use.

    Raises
    ------
    SimulationError
        If the engine does not compute with this precision, or the GPU asked for is not at hand.
    MissingExtraError
        If a GPU is asked for and CuPy is not installed.
    """
    engine = engine_name()
    if engine == "cuda":
        from osteon.simulation.cuda.kernel import cuda_kernel

        return cuda_kernel(model, precision)
    if engine == "native":
        from osteon.simulation.native.kernel import native_kernel, tabled_kernel

        return tabled_kernel(model) if model.rare else native_kernel(model, precision)
    if precision is not Precision.DOUBLE:
        raise SimulationError(
            "the portable engine computes in double precision only; install a C++ compiler "
            "(c++, g++ or clang++) for single precision, or leave it out"
        )
    from osteon.simulation.portable.kernel import portable_kernel

    return portable_kernel(model)
