"""What a GPU's compiler makes of the kernel, without a card: `python -m benchmarks.occupancy`.

The CUDA source is compiled by nvcc for each architecture, precision and launch bound, and what the
assembler says is kept in benchmarks/occupancy.json: registers, spills, work space of a thread, and
how many of a multiprocessor's threads the registers leave room for. Beside it stands what a step
moves between a thread and its work space, counted in the generated code: where the work spaces of
all threads are larger than the caches, that number and the memory's speed bound the rate.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from rich.console import Console

from osteon.model.library import standard
from osteon.model.model import Model
from osteon.simulation.code.emit import Dialect
from osteon.simulation.code.parts import Parts
from osteon.simulation.cuda.source import BLOCKS, THREADS, cuda_source
from osteon.simulation.problem import Precision

_RESULTS = Path(__file__).with_name("occupancy.json")
_ARCHITECTURES = ("sm_80", "sm_90")
_BOUNDS = (1, 2, 3, 4)
# Of a multiprocessor, compute capability 8.0 and 9.0 alike (CUDA C++ Programming Guide, table of
# technical specifications); registers are given to a warp by 256.
_REGISTERS, _WARPS, _WARP, _GIVEN = 65536, 64, 32, 256
# A step calls each of these as often, and beside them reads and writes numbers of every state: the
# sums of the stages, the error, where it goes on.
_CALLS = {"rates": 5, "rates_and_jacobian": 1, "factor": 1, "solve": 6}
_PER_STATE = 66
_PLACE = re.compile(r"\b[ycfjwb]\[\d+\]")
_FUNCTION = re.compile(
    r"Function properties for (\S+)\n\s+(\d+) bytes stack frame, "
    r"(\d+) bytes spill stores, (\d+) bytes spill loads"
)
_MANGLED = re.compile(r"kernel\d+([a-z_]+?)E")


def compiled(source: str, architecture: str) -> str:
    """Return what the assembler says about a source."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "kernel.cu")
        text.write_text(source, "utf-8")
        command = ["nvcc", "-std=c++17", f"-arch={architecture}", "-cubin", "-Xptxas", "-v"]
        command += ["-o", str(Path(folder, "kernel.cubin")), str(text)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stderr


def occupancy(registers: int, threads: int = THREADS) -> float:
    """Return the share of a multiprocessor's warps for which there are registers."""
    warp = -(-registers * _WARP // _GIVEN) * _GIVEN
    each = threads // _WARP
    return min(_REGISTERS // warp // each * each, _WARPS) / _WARPS


def moved(model: Model, precision: Precision) -> int:
    """Return the bytes that a step moves between a thread and its work space."""
    parts = Parts.of(model, Dialect(exp="exp", log="log"))
    touched = {
        name: sum(len(set(_PLACE.findall(line))) for line in parts.lines[name]) for name in _CALLS
    }
    numbers = sum(times * touched[name] for name, times in _CALLS.items())
    size = 8 if precision is Precision.DOUBLE else 4
    return size * (numbers + _PER_STATE * len(model.states))


def measured(
    model: Model, architecture: str, precision: Precision, blocks: int
) -> dict[str, object]:
    """Return what is kept of one compilation."""
    said = compiled(cuda_source(model, precision, THREADS, blocks), architecture)
    said = said[said.index("Compiling entry function 'integrate_people'") :]
    registers = int(re.findall(r"Used (\d+) registers", said)[0])
    functions = {
        (_MANGLED.search(name) or re.search(r"(\w+)", name)).group(1): (int(stores), int(loads))  # type: ignore[union-attr]
        for name, _, stores, loads in _FUNCTION.findall(said)
    }
    frames = [int(frame) for _, frame, _, _ in _FUNCTION.findall(said)]
    spilled = sum(
        times * sum(functions.get(name, (0, 0))) for name, times in _CALLS.items()
    ) + 5 * sum(functions.get("stage", (0, 0)))
    return {
        "architecture": architecture,
        "precision": str(precision),
        "threads of a block, blocks of a multiprocessor": [THREADS, blocks],
        "registers": registers,
        "occupancy": occupancy(registers),
        "work space of a thread, bytes": max(frames),
        "spilled in a step, bytes": spilled,
        "moved in a step, bytes": moved(model, precision),
        "spill stores and loads by function, bytes": {
            name: list(both) for name, both in functions.items() if any(both)
        },
    }


def _rows() -> Iterator[dict[str, object]]:
    model = standard()
    for one in product(_ARCHITECTURES, Precision, _BOUNDS):
        yield measured(model, *one)


def main() -> None:
    """Compile, print, keep."""
    console = Console()
    version = subprocess.run(
        ["nvcc", "--version"], capture_output=True, encoding="utf-8", check=True
    )
    release = re.findall(r"V[\d.]+", version.stdout)[0]
    rows = []
    for row in _rows():
        console.print(row)
        rows.append(row)
    kept = {
        "card": None,
        "note": "compiled only: no card ran this, so it holds no speed",
        "nvcc": release,
        "in use": {"threads of a block": THREADS, "blocks of a multiprocessor": BLOCKS},
        "rows": rows,
    }
    _RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
