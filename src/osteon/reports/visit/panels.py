"""What each picture shows: the courses of one site or of fracture, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.people.scanner import measured_on
from osteon.plotting.bmd import scores_of
from osteon.plotting.style import signed
from osteon.reports.visit.frame import Point, Span
from osteon.reports.visit.words import count
from osteon.strategies.forecast import Forecast
from osteon.strategies.series import Series
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
_FRACTURE = "fracture_major_osteoporotic"


@dataclass(frozen=True, eq=False)
class Panel:
    """One picture.

    Attributes
    ----------
    title:
        What it shows, with its unit.
    courses:
        One for each strategy.
    middles:
        The middle of each: the median, and of a probability the mean.
    measured:
        Months and values of what was measured.
    scored:
        Whether values are T-scores.
    from_zero:
        Whether the scale begins at zero.
    """

    title: str
    courses: tuple[Series, ...]
    middles: tuple[Array, ...]
    measured: tuple[Point, ...] = ()
    scored: bool = False
    from_zero: bool = False

    @property
    def span(self) -> Span:
        """Return the lowest and the highest value to be seen."""
        values = [value for _, value in self.measured]
        low = min(*(float(one.low.min()) for one in self.courses), *values, np.inf)
        high = max(*(float(one.high.max()) for one in self.courses), *values, -np.inf)
        return low, high

    @property
    def told(self) -> str:
        """Return in words what the picture shows, for those who cannot see it."""
        last = [
            (float(middle[-1]), float(one.low[-1]), float(one.high[-1]))
            for one, middle in zip(self.courses, self.middles, strict=True)
        ]
        ends = "; ".join(
            f"strategy {place} ends at {self._written(middle)} ({self._written(low)} to "
            f"{self._written(high)})"
            for place, (middle, low, high) in enumerate(last, 1)
        )
        return f"{self.title}: {ends}"

    def _written(self, value: float) -> str:
        if self.scored:
            return signed(value, 1)
        return count(value) if self.from_zero else f"{value:.3f}"


def panels_of(forecast: Forecast) -> tuple[Panel, ...]:
    """Return the three sites, and major osteoporotic fracture where it is foretold."""
    return (*(_site(forecast, site) for site in Site), *_fracture(forecast))


def _site(forecast: Forecast, site: Site) -> Panel:
    endpoint, person = f"bmd_{site}", forecast.case.person
    scores = scores_of(person, site)
    name = site.label[0].upper() + site.label[1:]
    visits = [
        (visit.month, measured_on(visit, person.scanner)) for visit in forecast.case.measurements
    ]
    found = [(month, values[endpoint]) for month, values in visits if endpoint in values]
    if scores is None:
        plain = tuple(one[endpoint] for one in forecast)
        title = f"{name}, g/cm² (not measured)"
        return Panel(title, plain, tuple(one.median for one in plain), tuple(found))
    courses = tuple(one.t_score(site) for one in forecast)
    scored = tuple((month, scores.of(value)) for month, value in found)
    today = (0.0, float(courses[0].median[0]))
    middles = tuple(one.median for one in courses)
    return Panel(f"{name}, T-score", courses, middles, (today, *scored), scored=True)


def _fracture(forecast: Forecast) -> Iterator[Panel]:
    if _FRACTURE in forecast.fractures:
        courses = tuple(one.fracture(_FRACTURE) for one in forecast)
        middles = tuple(one.mean for one in courses)
        yield Panel("Major osteoporotic fracture, of 100", courses, middles, from_zero=True)
