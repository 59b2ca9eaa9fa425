"""The arithmetic of a step, counted in the generated code, and the peak of this core.

An exponential counts as the 20 additions and products of its inline polynomial, a logarithm as 25,
a division as one. The peak is what independent multiply-adds reach, two operations each, compiled
as the kernel is. Integer and bit operations, loads and stores are not counted: the share of the
peak is what is left of it after all of them.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from osteon.model.model import Model
from osteon.simulation.code.emit import Dialect
from osteon.simulation.code.parts import Parts
from osteon.simulation.native.compiler import library_of
from osteon.simulation.native.source import lanes_source
from osteon.simulation.problem import Precision

_SIGNS = {" * ": "products", " + ": "sums", " - ": "sums", " / ": "divisions"}
_NUMBER = re.compile(r"\d+\.?\d*(e[-+]?\d+)?")
_WEIGHT = {"products": 1, "sums": 1, "divisions": 1, "exponentials": 20, "logarithms": 25}
# A step calls each of these as often. Besides, for every state it adds and multiplies 59 times in
# the sums of the stages, 4 times for the error and 18 times for dense output.
_CALLS = {"rates": 5, "rates_and_jacobian": 1, "factor": 1, "solve": 6}
_PER_STATE = 81


@dataclass(frozen=True)
class Peak:
    """What one core can do: operations a second, and costs in multiply-adds."""

    lanes: int
    operations: float
    exponential: float
    logarithm: float
    division: float


def counts(model: Model) -> dict[str, Counter[str]]:
    """Return the operations of each generated function."""
    parts = Parts.of(model, Dialect(exp="exp", log="log"))
    return {name: _count("\n".join(parts.lines[name])) for name in _CALLS}


def _count(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    found["exponentials"], found["logarithms"] = text.count("exp("), text.count("log(")
    plain = _NUMBER.sub("1", text)
    for sign, kind in _SIGNS.items():
        found[kind] += plain.count(sign)
    return found


def weighed(counted: Counter[str]) -> int:
    """Return additions and products, those inside of exp and log too."""
    return sum(_WEIGHT[kind] * count for kind, count in counted.items())


def per_step(model: Model) -> int:
    """Return the operations of one step of one person."""
    inside = sum(_CALLS[name] * weighed(counted) for name, counted in counts(model).items())
    return inside + _PER_STATE * len(model.states)


def peak(precision: Precision) -> Peak:
    """Measure the core under this precision."""
    text = lanes_source(precision) + Path(__file__).with_name("peak.h").read_text("utf-8")
    found = np.zeros(5)
    ctypes.CDLL(str(library_of(text))).costs(ctypes.c_void_p(found.ctypes.data))
    one, exponential, logarithm, division, lanes = found.tolist()
    return Peak(int(lanes), 2 * lanes / one, exponential / one, logarithm / one, division / one)
