"""Several calendars for the same people: what was lived before is kept for the next question.

before     everyone from the run-in to the first output; calendars alike until then share it
after      from the states of that day on, a calendar each

Both are kept by what they follow from: whoever moves one of three strategies has one lived anew,
and people who differ only in what moves nothing (the scale of BMD, the level of a marker) share
what was before. So fractures and falls are counted from the first output on.
The numbers of a strategy depend on nothing that stands beside it. Large cohorts are not kept, nor
calendars of very many changes.

Whoever moves a control may ask for a sketch: in single precision and with a tolerance of 1e-4, a
third of the work. What has been lived in full is given in full in a sketch too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.model.moving import counters, moving
from osteon.people.cohort import Cohort
from osteon.people.kept import Kept
from osteon.simulation.calendar import Calendar
from osteon.simulation.engine import fastest_precision
from osteon.simulation.problem import Precision
from osteon.simulation.solve import TOLERANCE, solve
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
_KEPT, _LARGEST, _HEAVIEST = 12, 512, 32_000_000
_SKETCHED = 1e-4
_LIVED: Kept[Trajectory] = Kept(_KEPT)


@dataclass(frozen=True)
class _Life:
    """People with a calendar, alike if all numbers are."""

    mark: str
    cohort: Cohort = field(compare=False)
    calendar: Calendar = field(compare=False)
    times: Array = field(compare=False)
    tolerance: float = field(compare=False)


def simulate_branches(
    cohort: Cohort,
    calendars: Mapping[str, Calendar],
    times: Array,
    tolerance: float = TOLERANCE,
    *,
    sketched: bool = False,
) -> dict[str, Trajectory]:
    """Return the trajectories of the cohort under each calendar, by its name.

    Parameters
    ----------
    times:
        Output times in days, rising; the same for all.
    sketched:
        What has not been lived at this tolerance yet is sketched.
    """
    people = _people(cohort, cohort.parameters, tolerance)
    found = {}
    for name, calendar in calendars.items():
        mark = _mark(calendar.changes, calendar.inputs, calendar.doses, times, text=people)
        life = _Life(mark, cohort, calendar, times, tolerance)
        after = _sketched if sketched else _after
        found[name] = after(life) if _is_kept(cohort, calendar) else _lived(life)
    return found


def states_at(
    cohort: Cohort, calendar: Calendar, day: float, tolerance: float = TOLERANCE
) -> Array:
    """Return everyone's states at a day, before its doses, shape (people, states).

    States that only count begin at zero there.
    """
    early = calendar.changes < day
    until = Calendar(calendar.changes[early], calendar.inputs[:, early], calendar.doses[early])
    times = np.array([day])
    people = _people(cohort, cohort.parameters[:, moving(cohort.model)], tolerance)
    mark = _mark(until.changes, until.inputs, until.doses, times, text=people)
    before = _before if _is_kept(cohort, until) else _before.__wrapped__
    states = before(_Life(mark, cohort, until, times, tolerance)).copy()
    states[:, counters(cohort.model)] = 0.0
    return states


def _after(life: _Life) -> Trajectory:
    return _LIVED.get(life.mark, lambda: _lived(life))


def _sketched(life: _Life) -> Trajectory:
    whole = _LIVED.found(life.mark)
    if whole is not None:
        return whole
    sketch = replace(life, mark=f"sketch of {life.mark}")
    return _LIVED.get(sketch.mark, lambda: _lived(sketch, _SKETCHED, fastest_precision()))


def _lived(
    life: _Life, tolerance: float | None = None, precision: Precision = Precision.DOUBLE
) -> Trajectory:
    """Return a life, at the tolerance of its past if no other is said."""
    cohort, calendar, times = life.cohort, life.calendar, life.times
    found = solve(
        cohort.model,
        states_at(cohort, calendar, float(times[0]), life.tolerance),
        cohort.parameters,
        np.full(len(cohort), times[0]),
        calendar,
        times,
        life.tolerance if tolerance is None else tolerance,
        precision=precision,
    )
    for kept in (found.states, found.parameters, found.levels):
        kept.flags.writeable = False
    return replace(found, mark=life.mark)


@lru_cache(maxsize=_KEPT)
def _before(life: _Life) -> Array:
    return life.cohort.simulate(life.calendar, life.times, life.tolerance).states[:, 0]


def _is_kept(cohort: Cohort, calendar: Calendar) -> bool:
    """Return whether what a cohort lives by a calendar is small enough to be kept."""
    return len(cohort) <= _LARGEST and calendar.inputs.nbytes <= _HEAVIEST


def _people(cohort: Cohort, parameters: Array, tolerance: float) -> str:
    """Return a name for people as far as these parameters tell."""
    return _mark(parameters, cohort.ages, np.array([tolerance]), text=str(id(cohort.model)))


def _mark(*arrays: Array, text: str) -> str:
    """Return a name for numbers: the same name, the same numbers."""
    made = hashlib.sha256(text.encode())
    for one in arrays:
        made.update(str(one.shape).encode())
        made.update(np.ascontiguousarray(one).data)
    return made.hexdigest()
