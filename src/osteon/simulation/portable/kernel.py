"""The portable kernel of a model: generated in Python, compiled once, kept on disk.

The kernel's file is named by a hash of its own source and of what compiles it, so a changed model
or compiler never meets an old kernel. Compiling takes about a minute, is announced by one line
of the `osteon` logger, and happens when a model is first solved.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
import platform
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from osteon.cache import cache_folder
from osteon.model.model import Model
from osteon.simulation.portable.source import portable_source
from osteon.simulation.problem import Answer, Problem, Queue

Array = NDArray[np.float64]

_GROUP = 8
_log = logging.getLogger("osteon")


class PortableKernel:
    """A module of compiled functions that start and integrate people of one model."""

    def __init__(self, model: Model) -> None:
        self._functions = functions_of(model)
        self._states, self._inputs = len(model.states), len(model.inputs)
        self._compiling = Lock()

    def start(self, parameters: Array) -> tuple[Array, Array]:
        """Return reference states (people, states) and inputs (people, inputs)."""
        states = np.empty((len(parameters), self._states))
        inputs = np.empty((len(parameters), self._inputs))
        for person, values in enumerate(np.ascontiguousarray(parameters, dtype=float)):
            self._functions.start(values, states[person], inputs[person])
        return states, inputs

    def integrate(self, problem: Problem, answer: Answer, queue: Queue) -> None:
        """Integrate people from the queue into the answer; the lock of Python is let go."""
        arguments = (
            problem.begin, problem.parameters, problem.starts, problem.changes, problem.inputs,
            problem.doses, problem.outputs, problem.tolerance, problem.scale, problem.limit,
            answer.states, answer.status, answer.where, answer.when, answer.steps,
        )  # fmt: skip
        with self._compiling:
            self._functions.integrate_people(0, 0, *arguments)
        for first, until in queue.groups(_GROUP):
            self._functions.integrate_people(first, until, *arguments)


@lru_cache(maxsize=8)
def portable_kernel(model: Model) -> PortableKernel:
    """Return the portable kernel of a model, compiling it if it is not in the cache."""
    return PortableKernel(model)


@lru_cache(maxsize=8)
def functions_of(model: Model) -> ModuleType:
    """Return the compiled functions of a model as a module."""
    import numba

    source = portable_source(model)
    made_by = f"{numba.__version__} {sys.version} {platform.processor()} {platform.machine()}"
    digest = hashlib.sha256((source + made_by).encode()).hexdigest()[:20]
    folder = cache_folder() / "kernels" / digest
    path = folder / "kernel.py"
    if not path.exists():
        _log.info("compiling the kernel of this model, once (about a minute)")
        _write(path, source)
    name = f"osteon_kernel_{digest}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"the kernel at {path} cannot be loaded; delete that folder")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _write(path: Path, source: str) -> None:
    """Write in one move, so that another process never reads half a kernel."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(source)
    Path(temporary).replace(path)
