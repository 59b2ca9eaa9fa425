"""How many have an event by the end, death being a rival and drop-out no verdict.

    incidence(t) = sum over events at times s <= t of  free(s-) * events(s) / at_risk(s)

`free` is the share with neither event nor death (Kaplan and Meier, both counted), so that the sum
is the cumulative incidence p of Aalen and Johansen. Its variance is that of Marubini and Valsecchi
(1995); with neither death nor drop-out it is p (1 - p) / n. Few events lie far from normal, so the
interval is taken on the scale of log(-log p) (Choudhury 2002, Stat Med 21:1129):

    p ^ exp(-+ 1.96 se / (p log p))
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_NORMAL = 1.959964
_ALL = 1.0 - 1e-9


@dataclass(frozen=True)
class Incidence:
    """Events of one kind in an arm.

    Attributes
    ----------
    events:
        How many people had one.
    percent, low, high:
        Cumulative incidence at the end of the trial with its 95 % interval; where nobody or
        everybody has the event its one limit is Clopper and Pearson's.
    """

    arm: str
    endpoint: str
    people: int
    events: int
    percent: float
    low: float
    high: float


def incidence_of(arm: str, endpoint: str, event: Array, followed: Array, died: Array) -> Incidence:
    """Return the cumulative incidence in an arm.

    Parameters
    ----------
    event:
        Month of the event, NaN without one, shape (people,).
    followed:
        Month until which everyone was followed.
    died:
        Whether that was death, one or zero.
    """
    curve, variance = cumulative(event, followed, died)[1:]
    share = float(curve[-1]) if len(curve) else 0.0
    se = math.sqrt(float(variance[-1])) if len(variance) else 0.0
    low, high = _interval(share, se, len(event))
    events = int(np.isfinite(event).sum())
    return Incidence(arm, endpoint, len(event), events, 100 * share, 100 * low, 100 * high)


def _interval(share: float, se: float, people: int) -> tuple[float, float]:
    """Return the 95 % interval of an incidence, shares."""
    one_sided = 0.025 ** (1.0 / people)
    if share <= 0.0:
        return 0.0, 1.0 - one_sided
    if share >= _ALL:
        return one_sided, 1.0
    away = math.exp(_NORMAL * se / (share * -math.log(share)))
    return share**away, share ** (1.0 / away)


def cumulative(event: Array, followed: Array, died: Array) -> tuple[Array, Array, Array]:
    """Return times of events and deaths, incidence and its variance after each, shares."""
    had = np.isfinite(event)
    ends = np.where(had, event, followed)
    stopped = had | (died > 0)
    times = np.unique(ends[stopped])
    at_risk = len(ends) - np.searchsorted(np.sort(ends), times, side="left").astype(float)
    events = _counted(ends[had], times)
    everything = _counted(ends[stopped], times)
    free = np.cumprod(1.0 - everything / at_risk)
    before = np.concatenate([[1.0], free[:-1]])[: len(times)]
    steps = before * events / at_risk
    curve = np.cumsum(steps)
    return times, curve, _variance(curve, before, events, everything, at_risk)


def _counted(ends: Array, times: Array) -> Array:
    return np.bincount(np.searchsorted(times, ends), minlength=len(times)).astype(float)


def _variance(curve: Array, before: Array, events: Array, everything: Array, risk: Array) -> Array:
    """Return the variance of the incidence after each time, by sums that run along with it."""
    left = np.maximum(risk - everything, 1e-9)
    lost = np.where(risk > everything, everything / (risk * left), 0.0)
    own = before**2 * (risk - events) * events / risk**3
    mixed = before * events / risk**2
    squares = curve**2 * np.cumsum(lost) - 2 * curve * np.cumsum(curve * lost)
    squares += np.cumsum(curve**2 * lost)
    crossed = curve * np.cumsum(mixed) - np.cumsum(curve * mixed)
    return np.asarray(np.maximum(squares + np.cumsum(own) - 2 * crossed, 0.0))
