"""Whether denosumab ends unprotected: its last dose, and what follows it.

Bone that denosumab held back is resorbed within a year of the last dose, and vertebrae break. So
where a course ends, one of two must follow:

    zoledronic acid   one infusion 5 to 9 months after the last injection
    alendronate       begun by then (up to 7 months after), for 12 months at least

A dose more than a month late counts as an end (six months, and one). An end that was already past
when the plan begins can no longer be mended by it.

Source: ECTS position (Tsourdi 2021), as quoted there: six months after the last injection, or when
CTX rises; alendronate for 12 to 24 months. The limits of the window are one month earlier than six,
and three months later for an infusion, which the trial of Solling 2020 gave at nine months at most.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from osteon.guidance.courses import Course, named
from osteon.vocabulary.units import DAYS_PER_MONTH as MONTH

DUE = 6 * MONTH
LATEST = 7 * MONTH
REBOUND = 12 * MONTH
"""Within what time the bone is lost, from the day the next dose would have been due."""
_INFUSION = (5 * MONTH, 9 * MONTH)
_SHORTEST = 12 * MONTH
_DAY = 1.0


def unprotected_ends(courses: Iterable[Course], now: float) -> tuple[float, ...]:
    """Return the days on which protection lapses with nothing in its place, from `now` on.

    Parameters
    ----------
    courses:
        Everything taken, before `now` too.
    now:
        When the plan begins, days; what lapsed before is not counted.
    """
    courses = tuple(courses)
    return tuple(
        last + LATEST
        for last in last_doses(courses, now)
        if last + LATEST > now and not _followed(last, courses)
    )


def last_doses(courses: Iterable[Course], now: float) -> tuple[float, ...]:
    """Return the days of the doses of denosumab that no further dose follows in time.

    Of a course whose doses are too far apart it is the first one that lapses from `now` on.
    """
    taken = sorted(named(courses, "denosumab"), key=lambda one: one.begin)
    runs = [(one.begin, one.last_dose()) for one in taken]
    found = []
    for one in taken:
        if one.every > LATEST + _DAY:
            passed = max(0, math.ceil((now - LATEST - one.begin) / one.every))
            dose = one.begin + passed * one.every
            found += [dose] if dose < one.last_dose() else []
    for (_, last), (following, _) in pairwise(runs):
        if following > last + LATEST + _DAY:
            found.append(last)
    if runs and (last := max(end for _, end in runs)) != math.inf:
        found.append(last)
    return tuple(sorted(found))


def _followed(last: float, courses: tuple[Course, ...]) -> bool:
    early, late = last + _INFUSION[0] - _DAY, last + _INFUSION[1] + _DAY
    for one in named(courses, "zoledronic acid"):
        if one.begin <= late and any(
            early <= one.begin + number * one.every <= late
            for number in range(one.doses(late))
        ):  # fmt: skip
            return True
    return any(
        one.begin <= last + LATEST + _DAY and one.end >= last + DUE + _SHORTEST - _DAY
        for one in named(courses, "alendronate")
    )
