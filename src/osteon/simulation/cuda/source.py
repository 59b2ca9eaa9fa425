"""The CUDA source of a model's kernel: the model's own functions and step, one person a thread."""

from __future__ import annotations

from importlib.resources import files

from osteon.model.model import Model
from osteon.simulation.native.source import equations_source, part
from osteon.simulation.problem import Precision

THREADS = 128
# Blocks that a multiprocessor has registers for: as many as spill less than a tenth of what a step
# moves anyway (benchmarks/occupancy.json).
BLOCKS = {Precision.DOUBLE: 3, Precision.SINGLE: 4}

_TYPES = {Precision.DOUBLE: "double", Precision.SINGLE: "float"}


def cuda_source(
    model: Model,
    precision: Precision = Precision.DOUBLE,
    threads: int = THREADS,
    blocks: int | None = None,
) -> str:
    """Return the text of a CUDA module that starts and integrates people of this model.

    It includes no header, so NVRTC needs nothing but the text.

    Parameters
    ----------
    threads, blocks:
        People a block, and the blocks that a multiprocessor must have registers for; if not said,
        what was found best for the precision.
    """
    real = _TYPES[precision]
    return "\n\n".join(
        [
            f"typedef {real} Real;",
            f"constexpr int THREADS = {threads}, BLOCKS = {blocks or BLOCKS[precision]};",
            files(__package__).joinpath("scalar.h").read_text("utf-8"),
            equations_source(model),
            part("rodas.h"),
            part("pace.h"),
            files(__package__).joinpath("integrate.h").read_text("utf-8"),
        ]
    )
