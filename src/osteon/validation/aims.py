"""What the predictions are meant to reach, beside what they reach.

Aims are set before a run: root mean square error of BMD rows at most 1.0 percentage points on
calibration data and 1.5 on validation data (better: 1.1); nine of ten of the latter inside an
interval that is no wider than 2.5 to each side; markers within 15 percentage points in the median;
people differing as much as reported, within a quarter in the median; 19 of 20 rows answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from osteon.validation.by_group import errors_of
from osteon.validation.groups import MARKERS
from osteon.validation.predict import Row
from osteon.validation.spread import spread_of


@dataclass(frozen=True)
class Aim:
    """One aim and what was found.

    Attributes
    ----------
    what:
        In words.
    limit:
        The number that must be met.
    at_least:
        Whether the number found must reach the limit, rather than stay under it.
    found:
        The number found; None if no row has it.
    unit:
        "points" or "share".
    better:
        A stricter number hoped for.
    """

    what: str
    limit: float
    at_least: bool
    found: float | None
    unit: str
    better: float | None = None

    @property
    def met(self) -> bool | None:
        """Return whether it is met; None if no row tells."""
        if self.found is None:
            return None
        return self.found >= self.limit if self.at_least else self.found <= self.limit


def aims_of(rows: Iterable[Row]) -> tuple[Aim, ...]:
    """Return every aim with what was found in these rows."""
    everything = list(rows)
    bmd = [row for row in everything if row.observation.endpoint.startswith("bmd_")]
    fitted = errors_of(row for row in bmd if row.role == "calibration")
    unseen = errors_of(row for row in bmd if row.role == "validation")
    markers = errors_of(row for row in everything if row.observation.endpoint in MARKERS)
    total = errors_of(everything)
    answered = total.answered / total.rows if total.rows else None
    spread = spread_of(everything)
    ratio = None if spread is None else abs(spread.ratio - 1.0)
    return (
        Aim("BMD, calibration: root mean square error", 1.0, False, fitted.rmse, "points"),
        Aim("BMD, validation: root mean square error", 1.5, False, unseen.rmse, "points", 1.1),
        Aim("BMD, validation: inside the 95 % interval", 0.9, True, unseen.inside, "share"),
        Aim("BMD, validation: median half-width", 2.5, False, unseen.half_width, "points"),
        Aim("Markers: median absolute error", 15.0, False, markers.median_error, "points"),
        Aim("BMD, spread between people: off the reported, median", 0.25, False, ratio, "share"),
        Aim("All rows: answered", 0.95, True, answered, "share"),
    )
