"""What each part contributes to the difference between two strategies; together it is the whole.

Every contribution comes from simulations in which the part is added or cut out, beside all others
or without them (`shares`). The contributions add up to the difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language import Strategy
from osteon.model.roster import Key, places
from osteon.reports.parts import differing, mixed
from osteon.reports.setting import Setting
from osteon.reports.shares import shares
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.quantities.readouts import BMD
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
PERCENT, OF_A_HUNDRED = "%", "of 100 people"
SO_FAR = "_so_far"
Place = Site | None


@dataclass(frozen=True, eq=False)
class Attribution:
    """Changes of a quantity since month 0, by site (None: the whole person), over months.

    Attributes
    ----------
    quantity, unit:
        What is attributed, and in what: percent, the quantity's own unit where it may be zero, or,
        of what adds up as fractures do, people of a hundred who have had it since month 0.
    months:
        Every year up to the horizon, and the month that was asked for.
    whole:
        The change under the strategy.
    usual:
        The change doing what it is compared with.
    parts:
        What each part contributes to the difference, by its name.
    """

    quantity: str
    unit: str
    months: tuple[float, ...]
    whole: Mapping[Place, Array]
    usual: Mapping[Place, Array]
    parts: Mapping[str, Mapping[Place, Array]]

    def effect(self, site: Place) -> Array:
        """Return the change under the strategy beyond that of what it is compared with."""
        return self.whole[site] - self.usual[site]

    def place(self, month: float) -> int:
        """Return the position of a month."""
        return self.months.index(month)


def attribution_of(setting: Setting, quantity: str = BMD.name) -> Attribution:
    """Return what each part of the setting's strategy contributes, wherever the quantity exists.

    Raises
    ------
    UnknownNameError
        If the model holds no such quantity; names the nearest.
    """
    sites = places(setting.model.roster.quantity(quantity))
    keys = [Key(quantity, site) for site in sites]
    unit = _unit(setting, quantity, keys)
    months = _months(setting)
    case = setting.case
    one = case.strategies[setting.strategy]
    other = Strategy() if setting.versus is None else case.strategies[setting.versus]

    def change(trajectory: Trajectory) -> Array:
        values = np.array([trajectory.at(key)[0] for key in keys])
        begun, later = values[:, :1], values[:, 1:]
        changed: Array = later - begun
        if unit == PERCENT:
            changed = 100.0 * changed / begun
        return -100.0 * np.expm1(-changed) if unit == OF_A_HUNDRED else changed

    def value(chosen: frozenset[str]) -> Array:
        treatment = mixed(one, other, chosen).on_top_of(case.usual)
        return change(setting.simulated(treatment, (0.0, *months)))

    names = differing(one, other)
    parts = shares(names, value)

    def by_site(values: Array) -> dict[Place, Array]:
        return dict(zip(sites, values, strict=True))

    return Attribution(
        quantity,
        unit,
        months,
        by_site(value(frozenset(names))),
        by_site(value(frozenset())),
        {name: by_site(part) for name, part in parts.items()},
    )


def adds_up(quantity: str) -> bool:
    """Return whether a quantity counts what has happened so far."""
    return quantity.endswith(SO_FAR)


def _unit(setting: Setting, quantity: str, keys: list[Key]) -> str:
    if adds_up(quantity):
        return OF_A_HUNDRED
    positive = all(float(setting.treated.at(key)[0, 0]) > 0 for key in keys)
    return PERCENT if positive else setting.model.roster.quantities[quantity].unit


def _months(setting: Setting) -> tuple[float, ...]:
    horizon = setting.case.horizon / DAYS_PER_MONTH
    years = [12.0 * year for year in range(1, int(horizon / 12 + 1e-9) + 1)]
    return tuple(sorted({setting.month, *years}))
