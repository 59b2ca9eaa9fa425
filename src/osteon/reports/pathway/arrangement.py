"""Where the quantities of a map stand: in bands by the room of their mechanism, causes above.

What is done stands first and what is measured last. Between them the bands stand in the order in
which the fewest influences run upward. Within a band the order follows the neighbors, so that
arrows run short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from statistics import fmean

from osteon.interventions.drug import Drug
from osteon.model.influences import giver_of
from osteon.model.model import Model
from osteon.reports.mechanism_page import heading_of
from osteon.reports.pathway.chart import Chart, Influence

DONE, MEASURED = "what is done", "what is measured"
_SWEEPS = 12


@dataclass(frozen=True)
class Band:
    """Quantities that stand side by side.

    Attributes
    ----------
    name:
        The room of their mechanisms.
    quantities:
        Their names, from one side to the other.
    """

    name: str
    quantities: tuple[str, ...]


def bands_of(chart: Chart, names: Iterable[str]) -> tuple[Band, ...]:
    """Return some quantities of a map in bands, from what is done to what is measured."""
    members: dict[str, list[str]] = {}
    for name in names:
        members.setdefault(room_of(chart.model, name), []).append(name)
    shown = {name for band in members.values() for name in band}
    influences = [one for one in chart.influences if {one.cause, one.effect} <= shown]
    order = _downward(members, influences)
    sides = _sides({band: members[band] for band in order}, influences)
    return tuple(
        Band(band, tuple(sorted(members[band], key=lambda name: (sides[name], name))))
        for band in order
    )


def room_of(model: Model, name: str) -> str:
    """Return the band of a quantity: the room of the mechanism that gives it."""
    giver = giver_of(model, name)
    if name in model.roster.taker or isinstance(giver, Drug):
        return DONE
    room = heading_of(giver).room
    return MEASURED if room == "readouts" else room.rpartition(".")[2]


def _downward(members: Mapping[str, list[str]], influences: Sequence[Influence]) -> tuple[str, ...]:
    """Return the bands in the order in which the fewest influences run upward."""
    band = {name: one for one, names in members.items() for name in names}
    across = Counter((band[one.cause], band[one.effect]) for one in influences)
    first, last = (tuple(one for one in (end,) if one in members) for end in (DONE, MEASURED))
    between = sorted(members.keys() - {DONE, MEASURED})

    def upward(order: tuple[str, ...]) -> int:
        return sum(across[low, high] for high, low in combinations(order, 2))

    return (*first, *min(permutations(between), key=upward), *last)


def _sides(members: Mapping[str, list[str]], influences: Sequence[Influence]) -> dict[str, float]:
    """Return where in its band each quantity stands, 0 to 1: at the mean of its neighbors."""
    side: dict[str, float] = {}
    for band in members.values():
        side |= _spread(sorted(band))
    neighbors: dict[str, list[str]] = {name: [] for name in side}
    for one in influences:
        neighbors[one.cause].append(one.effect)
        neighbors[one.effect].append(one.cause)
    for _ in range(_SWEEPS):
        for band in members.values():
            pull = {name: fmean(side[other] for other in (*neighbors[name], name)) for name in band}
            side |= _spread(sorted(band, key=lambda name: (pull[name], name)))
    return side


def _spread(band: Sequence[str]) -> dict[str, float]:
    return {name: (place + 0.5) / len(band) for place, name in enumerate(band)}
