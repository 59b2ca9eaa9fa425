"""When the next DXA would tell something, and how much it would teach.

    chance(m)    of all members (by weight), the share whose BMD has changed by month m by more than
                 the least significant change, down or up, whichever is likelier
    narrows(m)   1 - sqrt(1 - rho^2), the share by which a scan at month m is expected to narrow the
                 interval of the change at the horizon

    rho          correlation, over members and over what might be measured, of log BMD at the
                 horizon and of log BMD as it would be measured at month m; the error of the scan
                 and what is still unknown of where she started are in it

The second is exact where members spread normally, and otherwise what the best straight line
through the measurement could take away.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.people.measurement_error import least_significant_change, measurement_error
from osteon.twin.compared import Compared
from osteon.twin.visit import Visit

Array = NDArray[np.float64]
LIKELY = 0.8


@dataclass(frozen=True, eq=False)
class NextDxa:
    """A next DXA at one site under one strategy.

    Attributes
    ----------
    endpoint:
        The site.
    least_significant_change:
        The smallest change, in percent, that two scans can tell from none.
    months:
        When it might be: every month of the forecast after the last scan, shape (times,).
    chance:
        How likely the change since month 0 is greater than that, 0 to 1, shape (times,).
    falling:
        Whether it is a loss that is the likelier then, shape (times,).
    narrows:
        The share by which the interval at the horizon is expected to narrow, shape (times,).
    """

    endpoint: str
    least_significant_change: float
    months: Array
    chance: Array
    falling: NDArray[np.bool_]
    narrows: Array

    @property
    def earliest(self) -> float | None:
        """Return the first month at which a change is likely enough to be seen; None: never."""
        likely = self.chance >= LIKELY
        return float(self.months[int(np.argmax(likely))]) if likely.any() else None

    def at(self, month: float) -> tuple[float, bool, float]:
        """Return chance, whether it is a loss, and by how much it narrows, at the nearest month."""
        place = int(np.argmin(np.abs(self.months - month)))
        return float(self.chance[place]), bool(self.falling[place]), float(self.narrows[place])


def next_dxa(
    endpoint: str, months: Array, values: Array, weights: Array, before: Compared, scanner: str
) -> NextDxa | None:
    """Return what a next DXA would tell; None if the last was made at the horizon.

    Parameters
    ----------
    months:
        Months of the forecast from 0 to the horizon, shape (times,).
    values:
        BMD of every member, shape (members, times).
    weights:
        How much each member counts, one in sum.
    before:
        What was measured there and counts.
    scanner:
        The maker of the person's scanner.
    """
    last = max((visit.month for visit in before.visits), default=0.0)
    places = np.flatnonzero(months > last)
    error = measurement_error(endpoint, scanner)
    limit = least_significant_change(endpoint, scanner)
    if not len(places) or error is None or limit is None:
        return None
    change = np.log(values / values[:, :1])
    lost = weights @ (change[:, places] < np.log1p(-limit / 100.0))
    gained = weights @ (change[:, places] > np.log1p(limit / 100.0))
    off, noise = before.ahead(Visit(endpoint, float(months[-1]), 1.0, error))
    explained = _explained(change[:, -1], change[:, places] + off[:, None], weights, noise)
    return NextDxa(
        endpoint,
        limit,
        months[places],
        np.maximum(lost, gained),
        lost >= gained,
        1.0 - np.sqrt(1.0 - explained),
    )


def _explained(target: Array, seen: Array, weights: Array, noise: float) -> Array:
    """Return the share of the target's variance that each column, with noise, explains."""
    target = target - weights @ target
    seen = seen - weights @ seen
    together = (weights * target) @ seen
    spread = (weights @ target**2) * (weights @ seen**2 + noise)
    share = together**2 / np.maximum(spread, 1e-300)
    return np.clip(share, 0.0, 1.0)
