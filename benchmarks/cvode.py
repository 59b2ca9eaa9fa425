"""CVODE as a peer: the same generated equations, scalar, driven by SUNDIALS from C++."""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.workloads import Workload
from osteon.model.model import Model
from osteon.simulation.native.compiler import compiler
from osteon.simulation.native.source import equations_source

Array = NDArray[np.float64]
_SCALAR = """#include <cmath>
#define FUNCTION static
typedef double Lanes, Given;
constexpr double operator""_r(long double x) { return double(x); }
using std::exp;
using std::log;
"""
_LIBRARIES = ("cvode", "nvecserial", "sunlinsoldense", "sunmatrixdense")


@lru_cache(maxsize=1)
def library(model: Model) -> ctypes.CDLL | None:
    """Return the compiled peer, or none where there is no SUNDIALS (CPATH, LIBRARY_PATH)."""
    made_by = compiler()
    if made_by is None:
        return None
    entries = sorted(model.trace.jacobian)
    places = "\n".join(
        f"constexpr int {name}[] = {{{', '.join(str(entry[side]) for entry in entries)}}};"
        for side, name in enumerate(("ROW", "COLUMN"))
    )
    text = "\n".join(
        [_SCALAR, equations_source(model), places, Path(__file__).with_name("cvode.h").read_text()]
    )
    folder = tempfile.mkdtemp()
    source, made = Path(folder, "peer.cpp"), Path(folder, "peer.so")
    source.write_text(text, "utf-8")
    command = [*made_by, "-std=c++17", "-O2", "-march=native", "-shared", "-fPIC", str(source)]
    command += ["-o", str(made), *(f"-lsundials_{name}" for name in _LIBRARIES)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return None if done.returncode else ctypes.CDLL(str(made))


def by_cvode(work: Workload, tolerance: float) -> Array:
    """Return states from CVODE, shape (people, times, states)."""
    peer = library(work.model)
    assert peer is not None
    out = np.empty((len(work), len(work.times), len(work.model.states)))
    given = [
        np.ascontiguousarray(one)
        for one in (
            work.begin,
            work.parameters,
            work.calendar.changes,
            work.calendar.inputs,
            work.calendar.doses,
            work.times,
        )
    ]
    pointers = [ctypes.c_void_p(one.ctypes.data) for one in given]
    sizes = (len(work), len(work.calendar.changes), len(work.times))
    failed = peer.by_cvode(
        *(ctypes.c_long(size) for size in sizes),
        *pointers,
        ctypes.c_double(tolerance),
        ctypes.c_void_p(out.ctypes.data),
    )
    if failed:
        raise RuntimeError(f"CVODE gave up with {failed}")
    return out
