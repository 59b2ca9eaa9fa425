"""Readouts read off a trajectory by compiled code: bone density and the markers of turnover.

They are asked for most, and of what they are made of much is exponentials: NumPy takes each for
itself through memory, one number at a time. All other quantities are left to NumPy.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.model.derivative import leaves
from osteon.model.graph import Node
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.simulation.code.composition import constants_of
from osteon.simulation.code.emit import Dialect, lines_for
from osteon.simulation.code.fusion import fused
from osteon.simulation.native.compiler import library_from
from osteon.simulation.native.recipe import recipe_of_readings
from osteon.simulation.native.source import function_source, lanes_source, part
from osteon.simulation.problem import Precision
from osteon.vocabulary.quantities.readouts import BMD, BONE_ALP, CTX, NTX, PINP, TRACP5B

Array = NDArray[np.float64]
_READ = (BMD, CTX, NTX, PINP, BONE_ALP, TRACP5B)
_DIALECT = Dialect(exp="exp", log="log", number="{}_r", overlapping=True)
_TABLE = "// The table of readouts stands here.\n"


class _Course(ctypes.Structure):
    """The struct `Course` of readings.h."""

    _fields_ = (
        *((name, ctypes.c_int64) for name in ("people", "times", "input_rows", "intervals")),
        *((name, ctypes.c_void_p) for name in ("states", "parameters", "levels")),
        *((name, ctypes.c_void_p) for name in ("interval", "found")),
    )


class NativeReadings:
    """A compiled library that reads the readouts of one model."""

    def __init__(self, model: Model) -> None:
        keys = readouts_of(model)
        made_from = recipe_of_readings(model, keys)
        path = library_from(made_from, lambda: readings_source(model, keys))
        self._library = ctypes.CDLL(str(path))
        self._place = {key: place for place, key in enumerate(keys)}

    def read(
        self,
        key: Key,
        states: Array,
        parameters: Array,
        levels: Array,
        intervals: NDArray[np.int64],
    ) -> Array:
        """Return a readout, shape (people, times).

        Parameters
        ----------
        states, parameters:
            Shapes (people, times, states) and (people, parameters).
        levels, intervals:
            Inputs by interval (1 or people, intervals, inputs), and which led to each time.
        """
        given = [np.ascontiguousarray(one, dtype=float) for one in (states, parameters, levels)]
        interval = np.ascontiguousarray(intervals, dtype=np.int64)
        found = np.empty(states.shape[:2])
        course = _Course(
            *found.shape,
            *levels.shape[:2],
            *(one.ctypes.data for one in (*given, interval, found)),
        )
        self._library.read_people(ctypes.c_int64(self._place[key]), ctypes.byref(course))
        return found


@lru_cache(maxsize=4)
def native_readings(model: Model) -> NativeReadings:
    """Return the compiled readouts of a model, compiling them if they are not in the cache."""
    return NativeReadings(model)


@lru_cache(maxsize=8)
def readouts_of(model: Model) -> tuple[Key, ...]:
    """Return the readouts of a model that are worth compiling."""
    held = [one for one in _READ if one.name in model.roster.definer]
    return tuple(Key(one.name, site) for one in held for site in places(one))


def readings_source(model: Model, keys: Sequence[Key]) -> str:
    """Return the text of a C++ library that reads some quantities of a model."""
    written = [_Written.of(model, key, number) for number, key in enumerate(keys)]
    sizes = {
        "STATES": len(model.states),
        "INPUTS": len(model.inputs),
        "PARAMETERS": len(model.table.columns),
        "CONSTANTS": max((one.constants for one in written), default=0),
    }
    head, _, loop = part("readings.h").partition(_TABLE)
    return "\n\n".join(
        [
            lanes_source(Precision.DOUBLE),
            *(f"constexpr int {name} = {size};" for name, size in sizes.items()),
            head,
            *(one.functions for one in written),
            f"static const Readout READOUTS[] = {{{', '.join(one.row for one in written)}}};",
            loop,
        ]
    )


@dataclass(frozen=True)
class _Written:
    """A readout in C++: its functions, its row in the table, and how many constants it has."""

    functions: str
    row: str
    constants: int

    @classmethod
    def of(cls, model: Model, key: Key, number: int) -> _Written:
        graph, (root,) = fused(model.trace.graph, [model.trace.quantities[key]])
        constants = constants_of(graph, [root])
        named = {index: f"c[{place}]" for place, index in enumerate(constants)}
        prepared = [(f"c[{place}]", Node(graph, index)) for place, index in enumerate(constants)]
        functions = [
            function_source(
                f"prepare_{number}", lines_for(graph, prepared, _DIALECT), ("p", "u", "*c")
            ),
            function_source(
                f"read_{number}",
                lines_for(graph, [("found[0]", root)], _DIALECT, named),
                ("y", "c", "*found"),
            ),
        ]
        columns = []
        for kind in ("parameter", "input", "state"):
            read = sorted(leaves(graph, kind).values())
            name = f"{kind.upper()}S_{number}"
            listed = ", ".join(map(str, read or [-1]))
            functions.append(f"static const int {name}[] = {{{listed}}};")
            columns.append(f"{{{name}, {len(read)}}}")
        row = f"{{{', '.join(columns)}, prepare_{number}, read_{number}}}"
        return cls("\n".join(functions), row, len(constants))
