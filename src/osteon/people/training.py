"""From the exercise a person does to what the body receives of it, interval by interval.

Load on each site enters through the strain of bone; time spent on resistance and balance training
through muscle and balance. Load of a newly begun activity rises in stages (progression); what was
usual before month 0, without saying since when, is as old as the person and at full load.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from osteon.interventions.exercise.activity import activity
from osteon.interventions.exercise.load import Training, relative_load
from osteon.interventions.exercise.practice import balance_practice, resistance_practice
from osteon.interventions.exercise.progression import share_reached, stage_ends
from osteon.language.lifestyle import Exercise
from osteon.model.roster import Key
from osteon.simulation.calendar import Span
from osteon.vocabulary.quantities.function import BALANCE_TRAINING, RESISTANCE_TRAINING
from osteon.vocabulary.quantities.mechanics import MECHANICAL_LOAD
from osteon.vocabulary.site import Site


def trained(
    exercises: Sequence[Exercise], usual: Sequence[Exercise], begin: float, end: float
) -> Iterator[Span]:
    """Yield what training adds within a window, for each interval in which nothing changes.

    Parameters
    ----------
    exercises:
        What is done in the window.
    usual:
        What is done before month 0.
    """
    first_done = _first_done(exercises, usual)
    courses = [(one, *_when(one, begin, end)) for one in exercises]
    edges = {begin, end}
    for one, first, last in courses:
        started = first_done[_name(one)]
        stages = (started + after for after in stage_ends())
        edges |= {first, last, *(edge for edge in stages if first < edge < last)}
    for left, right in pairwise(sorted(edges)):
        going_on = [one for one, first, last in courses if first <= left and right <= last]
        loads = [as_done(one, _share(first_done[_name(one)], left)) for one in going_on]
        for site in Site:
            raised = relative_load(loads, site) - 1.0
            if raised:
                yield Span(Key(MECHANICAL_LOAD.name, site), raised, left, right)
        done = [as_done(one) for one in going_on]
        for quantity, minutes in (
            (RESISTANCE_TRAINING, resistance_practice(done)),
            (BALANCE_TRAINING, balance_practice(done)),
        ):
            if minutes:
                yield Span(Key(quantity.name), minutes, left, right)


def as_done(one: Exercise, share: float = 1.0) -> Training:
    """Return an activity as it is done at a share of its full dose; nobody eases into bed rest.

    Raises
    ------
    UnknownNameError
        If it is not in the table of activities; names the nearest.
    """
    done = activity(one.activity)
    kept = one.sessions * one.adherence * (1.0 if done.unloads else share)
    return Training(done, kept, one.minutes, one.intensity, one.impacts)


def _share(started: float, now: float) -> float:
    """Return the share of the full load reached; all of it by whoever always trained."""
    return 1.0 if math.isinf(started) else share_reached(now - started)


def _first_done(exercises: Sequence[Exercise], usual: Sequence[Exercise]) -> dict[str, float]:
    """Return when each activity was first done; minus infinity if it always was."""
    first: dict[str, float] = {}
    for one in usual:
        since = one.from_ if "from_" in one.model_fields_set else -math.inf
        first[_name(one)] = min(since, first.get(_name(one), math.inf))
    for one in exercises:
        first[_name(one)] = min(one.from_, first.get(_name(one), math.inf))
    return first


def _name(one: Exercise) -> str:
    return activity(one.activity).name


def _when(exercise: Exercise, begin: float, end: float) -> tuple[float, float]:
    """Return when an activity goes on within a window.

    Before month 0 an activity is as old as the person, unless it says from when.
    """
    since_then = begin == 0.0 or "from_" in exercise.model_fields_set
    first = max(begin, exercise.from_) if since_then else begin
    last = end if exercise.until is None else min(end, exercise.until)
    return first, max(first, last)
