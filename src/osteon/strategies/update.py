"""What has been measured since month 0 speaks for the members that foretold it.

    weight of a member  ~  exp(-r' S^-1 r / 2)        for every endpoint that was measured
    r    log(measured / foretold), one for each visit
    S    e^2 (1 + J): e is the error of one measurement (coefficient of variation)

J is a matrix of ones. It stands where the endpoint was measured at month 0 too: every member meets
that measurement exactly, so its error is in each later comparison, and the same in all of them.

Assumes: errors of visits are independent; the person has followed one strategy, `followed`.
Leaves out: endpoints whose measurement error is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from osteon.language.case import Case
from osteon.language.person import Person
from osteon.people.endpoint import DXA_ENDPOINTS, key_of_endpoint, label_of
from osteon.people.ensemble import measured_bmd
from osteon.people.measurement_error import measurement_error
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
FEWEST_MEMBERS = 20
_OUTSIDE = 0.005


@dataclass(frozen=True, eq=False)
class Update:
    """How much each member counts, after all that was measured.

    Attributes
    ----------
    weights:
        Shape (members,), one in sum; equal when nothing was measured.
    followed:
        The strategy that the person has followed; None when nothing was measured.
    notes:
        What a reader must know about it, in sentences.
    """

    weights: Array
    followed: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def effective_members(self) -> float:
        """Return how many equally weighted members would be worth as much."""
        return float(1.0 / np.sum(self.weights**2))


def update(case: Case, followed: str, trajectory: Trajectory) -> Update:
    """Return the weights of the members, given the measurements of a case.

    Parameters
    ----------
    followed:
        The strategy under which the measurements were taken.
    trajectory:
        That strategy, simulated at every time of a measurement too.
    """
    members = len(trajectory.states)
    if not case.measurements:
        return Update(np.full(members, 1.0 / members))
    notes = [f"the measurements are taken as made under '{followed}'"]
    log_weight = np.zeros(members)
    for endpoint, visits in _by_endpoint(case):
        error, key = measurement_error(endpoint), key_of_endpoint(trajectory.model, endpoint)
        if error is None or key is None:
            notes.append(f"the measured {label_of(endpoint)} is not used: how well it repeats, or "
                         "what in the model answers to it, is not known")  # fmt: skip
            continue
        shared = 1.0 if _measured_at_start(case.person, endpoint) else 0.0
        places = [int(np.argmin(np.abs(trajectory.times - time))) for time, _, _ in visits]
        foretold = trajectory.at(key)[:, places]
        residual = np.log(np.array([value for _, _, value in visits]) / foretold)
        covariance = error**2 * (np.eye(len(visits)) + shared)
        log_weight -= 0.5 * np.sum(residual @ np.linalg.inv(covariance) * residual, axis=1)
        below = ndtr(residual / (error * np.sqrt(1.0 + shared))).mean(axis=0)
        for share, (_, month, _) in zip(below, visits, strict=True):
            if not _OUTSIDE < share < 1.0 - _OUTSIDE:
                notes.append(f"{label_of(endpoint)} measured at month {month:g} contradicts the "
                             "forecast: it lies outside the 99 % range of all members")  # fmt: skip
    weights = np.exp(log_weight - log_weight.max())
    done = Update(weights / weights.sum(), followed)
    if done.effective_members < FEWEST_MEMBERS:
        notes.append(
            f"the measurements leave only {done.effective_members:.0f} of {members} members with "
            "any say: the intervals are rough; ask for more members"
        )
    return Update(done.weights, followed, tuple(notes))


def _by_endpoint(case: Case) -> Iterator[tuple[str, list[tuple[float, float, float]]]]:
    """Yield every endpoint with its visits: time in days, month, and the value measured."""
    found: dict[str, list[tuple[float, float, float]]] = {}
    for visit in case.measurements:
        for endpoint, value in visit.values.items():
            found.setdefault(endpoint, []).append((visit.time, visit.month, value))
    yield from found.items()


def _measured_at_start(person: Person, endpoint: str) -> bool:
    if endpoint in DXA_ENDPOINTS:
        return measured_bmd(person, Site(endpoint.removeprefix("bmd_"))) is not None
    return getattr(person.laboratory, endpoint) is not None
