"""Sobol indices of any function of independent uniform numbers, by SALib.

    first    share of the variance that a factor explains alone
    total    share that goes with it, what it does together with others included

Factors of one group are moved together and get one index: a first screening of many. The intervals
are 95 %, by bootstrap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError, MissingExtraError

Array = NDArray[np.float64]
_EDGE = 1e-9


@dataclass(frozen=True)
class Index:
    """How much a factor or a group of factors counts.

    Attributes
    ----------
    factors:
        How many factors it stands for.
    first, total:
        Shares of the variance; estimates, which may lie a little outside 0 to 1.
    first_error, total_error:
        Half the width of the 95 % interval.
    """

    name: str
    factors: int
    first: float
    first_error: float
    total: float
    total_error: float


@dataclass(frozen=True)
class Decomposition:
    """The variance of a function, and who it belongs to: greatest total first."""

    mean: float
    sd: float
    runs: int
    indices: tuple[Index, ...]


def decompose(
    groups: Sequence[str], function: Callable[[Array], Array], samples: int, seed: int
) -> Decomposition:
    """Return the indices of a function.

    Parameters
    ----------
    groups:
        The group of each factor; its own name where it stands alone.
    function:
        From uniform numbers, shape (runs, factors), to values, shape (runs,).
    samples:
        A power of two; the function is run `samples` times for each group and twice more.
    seed:
        Draws them.

    Raises
    ------
    InputError
        If `samples` is no power of two from 8 on, or nothing moves the function.
    MissingExtraError
        If SALib is not installed.
    """
    try:
        from SALib.analyze import sobol as analysis
        from SALib.sample import sobol as sampling
    except ImportError as missing:
        raise MissingExtraError.of("global sensitivity", "sensitivity", missing) from missing
    if samples < 8 or samples & (samples - 1):
        raise InputError(f"{samples} samples do not do; ask for a power of two: 64, 128, 256, ...")
    problem: dict[str, Any] = {
        "num_vars": len(groups),
        "names": [f"x{place}" for place in range(len(groups))],
        "bounds": [[0.0, 1.0]] * len(groups),
        "groups": list(groups),
    }
    drawn = sampling.sample(problem, samples, calc_second_order=False, seed=seed)
    values = function(np.clip(drawn, _EDGE, 1.0 - _EDGE))
    if not np.ptp(values) > 0.0:
        raise InputError("nothing that is not known moves this outcome; there is nothing to share")
    standard = (values - values.mean()) / values.std()
    found = analysis.analyze(problem, standard, calc_second_order=False, seed=seed)
    indices = [
        Index(name, groups.count(name), *(float(found[kind][place]) for kind in _KINDS))
        for place, name in enumerate(dict.fromkeys(groups))
    ]
    indices.sort(key=lambda one: -one.total)
    return Decomposition(float(values.mean()), float(values.std()), len(values), tuple(indices))


_KINDS = ("S1", "S1_conf", "ST", "ST_conf")
