"""What each part of a strategy contributes: cut it out, simulate again, take the difference.

    contribution = change of BMD with everything - change of BMD without the part

Contributions need not add up to the effect of the whole strategy, because its parts act on the
same cells; the remainder is their interaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.model.roster import Key
from osteon.reports.parts import without_each_part
from osteon.reports.setting import Setting
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.quantities.readouts import BMD
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Attribution:
    """Percentage points of BMD since month 0, by site, each an array over months.

    Attributes
    ----------
    months:
        Every year up to the horizon, and the month that was asked for.
    whole:
        The change under the strategy, percent.
    usual:
        The change doing only what is usual, percent.
    parts:
        What each part of the strategy contributes, by its name.
    """

    months: tuple[float, ...]
    whole: Mapping[Site, Array]
    usual: Mapping[Site, Array]
    parts: Mapping[str, Mapping[Site, Array]]

    def effect(self, site: Site) -> Array:
        """Return the change under the strategy beyond what is usual."""
        return self.whole[site] - self.usual[site]

    def interaction(self, site: Site) -> Array:
        """Return what the contributions leave of the strategy's effect."""
        left = self.effect(site)
        for part in self.parts.values():
            left = left - part[site]
        return left

    def place(self, month: float) -> int:
        """Return the position of a month."""
        return self.months.index(month)


def attribution_of(setting: Setting) -> Attribution:
    """Return what each part of the setting's strategy contributes, at every site."""
    horizon = setting.case.horizon / DAYS_PER_MONTH
    years = [12.0 * year for year in range(1, int(horizon / 12 + 1e-9) + 1)]
    months = tuple(sorted({setting.month, *years}))
    own = setting.case.strategies[setting.strategy]

    def changes(trajectory: Trajectory) -> dict[Site, Array]:
        bmd = {site: trajectory.at(Key(BMD.name, site))[0] for site in Site}
        return {site: 100.0 * (values[1:] / values[0] - 1.0) for site, values in bmd.items()}

    whole = changes(setting.simulated(setting.plan.treatment, (0.0, *months)))
    usual = changes(setting.simulated(setting.case.usual, (0.0, *months)))
    parts = {}
    for name, rest in without_each_part(own).items():
        treatment = rest.on_top_of(setting.case.usual)
        without = changes(setting.simulated(treatment, (0.0, *months)))
        parts[name] = {site: whole[site] - without[site] for site in Site}
    return Attribution(months, whole, usual, parts)
