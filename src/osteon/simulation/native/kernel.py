"""The native kernel of a model: generated in C++, compiled once, kept on disk."""

from __future__ import annotations

import ctypes
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.simulation.native.compiler import library_from, library_of
from osteon.simulation.native.recipe import recipe
from osteon.simulation.native.source import native_source
from osteon.simulation.native.tabled import tabled_source
from osteon.simulation.problem import Answer, Precision, Problem, Queue, Slopes, Whole

Array = NDArray[np.float64]
_Numbers = ctypes.POINTER(ctypes.c_double)
_Wholes = ctypes.POINTER(ctypes.c_int64)


class _Problem(ctypes.Structure):
    """The struct `Problem` of integrate.h."""

    _fields_ = (
        *(
            (name, ctypes.c_int64)
            for name in ("people", "change_count", "input_rows", "output_count", "limit")
        ),
        *(
            (name, _Numbers)
            for name in (
                "begin", "parameters", "starts", "changes", "inputs", "doses", "outputs", "scale",
            )
        ),
        ("tolerance", ctypes.c_double),
        ("out", _Numbers),
        *((name, _Wholes) for name in ("next", "status", "where", "steps")),
        *((name, _Numbers) for name in ("when", "begin_slopes", "slopes")),
    )  # fmt: skip


class NativeKernel:
    """A compiled library that starts and integrates people of one model.

    With `columns`, it follows the slopes of states with respect to those parameters.
    """

    def __init__(
        self,
        model: Model,
        precision: Precision = Precision.DOUBLE,
        columns: tuple[int, ...] = (),
    ) -> None:
        made_from = recipe(model, precision, columns)
        self._open(library_from(made_from, lambda: native_source(model, precision, columns)), model)

    def _open(self, path: Path, model: Model) -> None:
        self._library = ctypes.CDLL(str(path))
        self._states, self._inputs = len(model.states), len(model.inputs)

    def start(self, parameters: Array) -> tuple[Array, Array]:
        """Return reference states (people, states) and inputs (people, inputs)."""
        given = np.ascontiguousarray(parameters, dtype=float)
        states = np.empty((len(given), self._states))
        inputs = np.empty((len(given), self._inputs))
        failed = self._library.start_people(
            ctypes.c_int64(len(given)), _numbers(given), _numbers(states), _numbers(inputs)
        )
        _check(failed)
        return states, inputs

    def integrate(
        self, problem: Problem, answer: Answer, queue: Queue, slopes: Slopes | None = None
    ) -> None:
        """Integrate people from the queue into the answer; the lock of Python is let go.

        A kernel that follows slopes is given where they begin and where they go.
        """
        call = _Problem(
            people=queue.people,
            change_count=len(problem.changes),
            input_rows=problem.inputs.shape[0],
            output_count=len(problem.outputs),
            limit=problem.limit,
            begin=_numbers(problem.begin),
            parameters=_numbers(problem.parameters),
            starts=_numbers(problem.starts),
            changes=_numbers(problem.changes),
            inputs=_numbers(problem.inputs),
            doses=_numbers(problem.doses),
            outputs=_numbers(problem.outputs),
            scale=_numbers(problem.scale),
            tolerance=problem.tolerance,
            out=_numbers(answer.states),
            next=_wholes(queue.next),
            status=_wholes(answer.status),
            where=_wholes(answer.where),
            steps=_wholes(answer.steps),
            when=_numbers(answer.when),
            begin_slopes=_numbers(slopes.begin) if slopes else None,
            slopes=_numbers(slopes.found) if slopes else None,
        )
        _check(self._library.integrate_people(ctypes.byref(call)))


class TabledKernel(NativeKernel):
    """A library that follows the tables of one model: slower, but ready in seconds."""

    def __init__(self, model: Model) -> None:
        self._open(library_of(tabled_source(model)), model)


@lru_cache(maxsize=8)
def native_kernel(
    model: Model, precision: Precision = Precision.DOUBLE, columns: tuple[int, ...] = ()
) -> NativeKernel:
    """Return the native kernel of a model, compiling it if it is not in the cache."""
    return NativeKernel(model, precision, columns)


@lru_cache(maxsize=4)
def tabled_kernel(model: Model) -> TabledKernel:
    """Return a native kernel that follows tables: slower, but ready in seconds."""
    return TabledKernel(model)


def _numbers(array: Array) -> ctypes.Array[ctypes.c_double]:
    assert array.flags.c_contiguous
    assert array.dtype == np.float64
    return array.ctypes.data_as(_Numbers)  # type: ignore[return-value]


def _wholes(array: Whole) -> ctypes.Array[ctypes.c_int64]:
    return array.ctypes.data_as(_Wholes)  # type: ignore[return-value]


def _check(failed: int) -> None:
    if failed:
        raise MemoryError("no memory for the work space of the kernel")
