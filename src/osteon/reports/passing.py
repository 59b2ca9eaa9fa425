"""How much of an effect passes through each link: hold the link, simulate again, take what is lost.

    through = effect - effect while the link is held at what it would be otherwise

A link is held from month 0 on, at every site, along its whole course (`model.twofold`). What passes
through several links in turn passes through each, so the numbers of a chain do not add up; a link
that works against the effect has the opposite sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from osteon.errors import SimulationError
from osteon.model.roster import Key
from osteon.model.twofold import twofold_of
from osteon.reports.setting import TOLERANCE, Setting
from osteon.simulation.solve import solve
from osteon.vocabulary.units import DAYS_PER_MONTH


def held(setting: Setting, target: Key, names: Iterable[str]) -> Mapping[str, float]:
    """Return the target in the setting's month with each of these quantities held, by its name.

    One whose held course leads where no course goes on is left out.
    """
    order = list(dict.fromkeys(names))
    if not order:
        return {}
    try:
        return dict(zip(order, _lived(setting, target, order), strict=True))
    except SimulationError:
        if len(order) == 1:
            return {}
        half = len(order) // 2
        return {**held(setting, target, order[:half]), **held(setting, target, order[half:])}


def _lived(setting: Setting, target: Key, order: Sequence[str]) -> list[float]:
    """Return the target for each quantity, held in a life of its own."""
    model = twofold_of(setting.model)
    rows = model.parameters(setting.cohort.parameters[0], order)
    begun = setting.treated.states[0, 0]
    calendar = setting.calendar(setting.plan.treatment).beside(setting.calendar(setting.other))
    found = solve(
        model,
        np.tile(np.concatenate([begun, begun]), (len(order), 1)),
        rows,
        np.zeros(len(order)),
        calendar,
        [setting.month * DAYS_PER_MONTH],
        TOLERANCE,
    )
    values: list[float] = found.at(target)[:, 0].tolist()
    return values
