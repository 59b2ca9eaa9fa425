"""One endpoint as measured, beside what every member foretold: how well they agree.

    r    log(measured / foretold), one for each visit; normal around zero with covariance
    S    diag(e^2) + s^2 J + c^2 j j'
         e    error of each measurement              J    a matrix of ones
         s    error of where the member starts       j    one where another maker's scanner was used
         c    error of a conversion between makers

Every member starts from what was measured at month 0. That has an error too, which is in each later
comparison and the same in all of them: s = e. So the true BMD of month 0 is not taken as known; it
is integrated out. A site that was not measured at month 0 has the spread between people for s, less
what a measured site tells of it. A marker that was not has s = 0: there the members differ
themselves.

Assumes: errors of visits are independent, and independent between endpoints.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language.person import Person
from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.people.ensemble import measured_bmd
from osteon.people.measurement_error import measurement_error
from osteon.people.reference_bmd import bmd_from_t_score, young_sd
from osteon.people.scanner import conversion_error
from osteon.people.unmeasured_site import correlation
from osteon.twin.visit import Visit
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Compared:
    """The visits of one endpoint that are believed, and the members beside them.

    Attributes
    ----------
    start:
        Standard deviation of the error of where members start (logarithm).
    visits:
        Earliest first.
    residuals:
        log(measured / foretold), shape (members, visits).
    """

    start: float
    visits: tuple[Visit, ...]
    residuals: Array

    @classmethod
    def nothing(cls, person: Person, endpoint: str, members: int) -> Compared:
        """Return the endpoint before any visit is looked at."""
        return cls(error_of_start(person, endpoint), (), np.empty((members, 0)))

    def with_visit(self, visit: Visit, residuals: Array) -> Compared:
        """Return the endpoint with one more visit that is believed."""
        beside = np.column_stack([self.residuals, residuals])
        return Compared(self.start, (*self.visits, visit), beside)

    def ahead(self, visit: Visit) -> tuple[Array, float]:
        """Return how far off a next measurement is expected, by member, and its variance.

        The visits so far tell how far off the start was.
        """
        covariance = self._covariance((*self.visits, visit))
        gain = np.linalg.solve(covariance[:-1, :-1], covariance[:-1, -1])
        return self.residuals @ gain, float(covariance[-1, -1] - gain @ covariance[:-1, -1])

    def log_likelihood(self) -> Array:
        """Return how well each member agrees, up to a constant, shape (members,)."""
        precision = np.linalg.inv(self._covariance(self.visits))
        squares = np.sum(self.residuals @ precision * self.residuals, axis=1)
        return np.asarray(-0.5 * squares)

    def _covariance(self, visits: tuple[Visit, ...]) -> Array:
        other = np.array([float(visit.converted) for visit in visits])
        covariance = np.diag([visit.error**2 for visit in visits]) + self.start**2
        return covariance + conversion_error() ** 2 * np.outer(other, other)


def error_of_start(person: Person, endpoint: str) -> float:
    """Return the standard deviation (logarithm) of a person's start around that of the members."""
    if endpoint not in DXA_ENDPOINTS:
        known = getattr(person.laboratory, endpoint, None) is not None
        return (measurement_error(endpoint) or 0.0) if known else 0.0
    site = Site(endpoint.removeprefix("bmd_"))
    if measured_bmd(person, site) is not None:
        return measurement_error(endpoint, person.scanner) or 0.0
    told = [correlation(site, other) for other in Site if measured_bmd(person, other) is not None]
    relative = young_sd(site, person.scanner) / bmd_from_t_score(0.0, site, person.scanner)
    return float(relative * np.sqrt(1.0 - max(told, default=0.0) ** 2))
