"""What has been measured since month 0 speaks for the members that foretold it.

    weight of a member  ~  m exp(-r' S^-1 r / 2)        for every endpoint that was measured

r and S: see `compared`; m, what the markers of month 0 told: see `first_markers`; to a power at
which enough members keep a say. Measurements are looked at in the order in which they were made.
Before one counts, it is held against what all members, weighted by what was measured earlier, say
of it. If that gives so low a value, or so high a one, less than one chance in a hundred (over all
of her measurements together), the measurement is told to contradict, and left out. The alternative,
a heavy-tailed error, also mutes it, but says nowhere that it did.

Assumes: the person has followed one strategy, `followed`.
Leaves out: endpoints whose measurement error is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.language.case import Case
from osteon.language.person import Person
from osteon.people.departure import Departure, course_of
from osteon.people.endpoint import key_of_endpoint, label_of, unit_of
from osteon.people.weighted import effective
from osteon.simulation.trajectory import Trajectory
from osteon.twin.compared import Compared
from osteon.twin.first_markers import hardly_possible, told_by_markers
from osteon.twin.judged import Judged, judge
from osteon.twin.visit import Visit, visits_of
from osteon.twin.weights import enough, normalized, power_leaving

Array = NDArray[np.float64]
_FALSE_ALARM = 0.01
MUTED = (
    "the bone markers of month 0 are rare in a person like this; they count for less than they "
    "say, so that enough members keep a say"
)


@dataclass(frozen=True, eq=False)
class Update:
    """How much each member counts, after all that was measured.

    Attributes
    ----------
    weights:
        Shape (members,), one in sum; equal when nothing was measured that tells members apart.
    followed:
        The strategy that the person has followed; None when nothing was measured since month 0.
    notes:
        What a reader must know about it, in sentences.
    judged:
        Every measurement beside what was expected of it.
    compared:
        By endpoint, the measurements that count beside the members.
    refined:
        Whether the members were drawn anew for what was measured.
    """

    weights: Array
    followed: str | None = None
    notes: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    compared: Mapping[str, Compared] = field(default_factory=dict)
    refined: bool = False

    @property
    def effective_members(self) -> float:
        """Return how many equally weighted members would be worth as much."""
        return effective(self.weights)

    @property
    def degenerate(self) -> bool:
        """Return whether so few members are left that intervals are rough."""
        return self.effective_members < enough(len(self.weights))

    @property
    def roughness(self) -> str:
        """Return in words that few members are left."""
        return (
            f"the measurements leave only {self.effective_members:.0f} of {len(self.weights)} "
            "members with any say: the intervals are rough; refine the forecast, or ask for more "
            "members"
        )

    @property
    def believed(self) -> tuple[Visit, ...]:
        """Return the measurements that count."""
        return tuple(one.visit for one in self.judged if one.believed)

    def before(self, person: Person, endpoint: str) -> Compared:
        """Return the measurements of an endpoint that count, none if there are none."""
        nothing = Compared.nothing(person, endpoint, len(self.weights))
        return self.compared.get(endpoint, nothing)


def update(
    case: Case, followed: str, trajectory: Trajectory, error: Departure | None = None
) -> Update:
    """Return the weights of the members, given the measurements of a case.

    Parameters
    ----------
    followed:
        The strategy under which the measurements were taken.
    trajectory:
        That strategy, simulated from month 0 on, at every time of a measurement too.
    error:
        How far off the model may be in each member.
    """
    members = len(trajectory.states)
    told = told_by_markers(case.person, trajectory)
    power = power_leaving(told, enough(members))
    begun = power * told
    of_markers = (*hardly_possible(case.person, trajectory), *((MUTED,) if power < 1.0 else ()))
    if not case.measurements:
        return Update(normalized(begun), notes=of_markers)
    notes = [f"the measurements are taken as made under '{followed}'", *of_markers]
    known = [
        visit for visit in visits_of(case) if key_of_endpoint(trajectory.model, visit.endpoint)
    ]
    notes += _not_used(case, {visit.endpoint for visit in known})
    compared: dict[str, Compared] = {}
    judged: list[Judged] = []
    log_weight = begun
    for visit in known:
        nothing = Compared.nothing(case.person, visit.endpoint, members)
        so_far = compared.get(visit.endpoint, nothing)
        foretold = foretold_at(trajectory, visit, error)
        one = judge(visit, foretold, so_far, log_weight, _FALSE_ALARM / len(known))
        judged.append(one)
        if one.believed:
            compared[visit.endpoint] = so_far.with_visit(visit, np.log(visit.value / foretold))
            log_weight = begun + log_likelihood(compared)
        else:
            notes.append(one.contradiction(unit_of(trajectory.model, visit.endpoint)))
    done = Update(normalized(log_weight), followed, tuple(notes), tuple(judged), compared)
    return replace(done, notes=(*notes, done.roughness)) if done.degenerate else done


def log_likelihood(compared: Mapping[str, Compared]) -> Array:
    """Return how well each member agrees with all that counts, up to a constant."""
    each = [one.log_likelihood() for one in compared.values()]
    return np.asarray(np.sum(each, axis=0))


def compare_believed(
    person: Person, visits: Iterable[Visit], trajectory: Trajectory, error: Departure | None
) -> dict[str, Compared]:
    """Return measurements that are believed beside other members, by endpoint."""
    compared: dict[str, Compared] = {}
    for visit in visits:
        nothing = Compared.nothing(person, visit.endpoint, len(trajectory.states))
        residuals = np.log(visit.value / foretold_at(trajectory, visit, error))
        compared[visit.endpoint] = compared.get(visit.endpoint, nothing).with_visit(
            visit, residuals
        )
    return compared


def foretold_at(trajectory: Trajectory, visit: Visit, error: Departure | None) -> Array:
    """Return what every member foretold of a visit, shape (members,)."""
    key = key_of_endpoint(trajectory.model, visit.endpoint)
    if key is None:
        raise InputError(f"the model has no '{visit.endpoint}'")
    place = int(np.argmin(np.abs(trajectory.times - visit.time)))
    return course_of(trajectory, key, error)[:, place]


def _not_used(case: Case, used: set[str]) -> Iterator[str]:
    stated = {name: None for visit in case.measurements for name in visit.values}
    for endpoint in stated:
        if endpoint not in used:
            yield (
                f"the measured {label_of(endpoint)} is not used: how well it repeats, or what in "
                "the model answers to it, is not known"
            )
