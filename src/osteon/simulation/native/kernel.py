"""The native kernel of a model: generated in C++, compiled once, kept on disk."""

from __future__ import annotations

import ctypes
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.simulation.native.compiler import library_of
from osteon.simulation.native.source import native_source
from osteon.simulation.native.tabled import tabled_source
from osteon.simulation.problem import Answer, Precision, Problem, Queue, Whole

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
        ("when", _Numbers),
    )  # fmt: skip


class NativeKernel:
    """A compiled library that starts and integrates people of one model."""

    def __init__(
        self, model: Model, precision: Precision = Precision.DOUBLE, *, tabled: bool = False
    ) -> None:
        source = tabled_source(model) if tabled else native_source(model, precision)
        self._library = ctypes.CDLL(str(library_of(source)))
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

    def integrate(self, problem: Problem, answer: Answer, queue: Queue) -> None:
        """Integrate people from the queue into the answer; the lock of Python is let go."""
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
        )
        _check(self._library.integrate_people(ctypes.byref(call)))


@lru_cache(maxsize=8)
def native_kernel(model: Model, precision: Precision = Precision.DOUBLE) -> NativeKernel:
    """Return the native kernel of a model, compiling it if it is not in the cache."""
    return NativeKernel(model, precision)


@lru_cache(maxsize=4)
def tabled_kernel(model: Model) -> NativeKernel:
    """Return a native kernel that follows tables: slower, but ready in seconds."""
    return NativeKernel(model, tabled=True)


def _numbers(array: Array) -> ctypes.Array[ctypes.c_double]:
    assert array.flags.c_contiguous
    assert array.dtype == np.float64
    return array.ctypes.data_as(_Numbers)  # type: ignore[return-value]


def _wholes(array: Whole) -> ctypes.Array[ctypes.c_int64]:
    return array.ctypes.data_as(_Wholes)  # type: ignore[return-value]


def _check(failed: int) -> None:
    if failed:
        raise MemoryError("no memory for the work space of the kernel")
