"""How much of an effect passes through each link: hold the link, simulate again, take what is lost.

    through = effect - effect while the link is held at what it would be otherwise

A link is held from month 0 on, at every site, along its whole course (`model.twofold`). What passes
through several links in turn passes through each, so the numbers of a chain do not add up; a link
that works against the effect has the opposite sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from osteon.model.roster import Key
from osteon.model.twofold import twofold_of
from osteon.reports.setting import TOLERANCE, Setting
from osteon.simulation.solve import solve
from osteon.vocabulary.units import DAYS_PER_MONTH


def held(setting: Setting, target: Key, names: Iterable[str]) -> Mapping[str, float]:
    """Return the target in the setting's month with each of these quantities held, by its name.

    Raises
    ------
    SimulationError
        If a course with a link held could not be simulated.
    """
    order = list(dict.fromkeys(names))
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
    return dict(zip(order, found.at(target)[:, 0].tolist(), strict=True))
