"""When people of a trial are seen, what is measured then, and the days that are simulated."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.language.endpoints import EVENTS
from osteon.language.trial import Trial
from osteon.language.visits import Days, days_seen
from osteon.model.model import Model
from osteon.people.endpoint import DXA_ENDPOINTS, key_of_endpoint
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

Array = NDArray[np.float64]
_ALWAYS = (*DXA_ENDPOINTS, "ctx", "pinp")
_BETWEEN_HAZARDS = 3 * DAYS_PER_MONTH
_MOST_VISITS = 120
_SAME_DAY = 0.5


def endpoints_of(trial: Trial, model: Model) -> tuple[str, ...]:
    """Return what is measured at visits: BMD, CTX, PINP, and what the trial observed besides."""
    observed = (one.endpoint for one in trial.observations if one.endpoint not in EVENTS)
    asked = dict.fromkeys((*_ALWAYS, *observed))
    return tuple(name for name in asked if key_of_endpoint(model, name) is not None)


def visits_of(trial: Trial) -> Array:
    """Return the days of visits after month 0: those stated, at observations, at the end.

    Raises
    ------
    InputError
        If nothing says how long the trial lasts, a visit lies after its end, or there are too many.
    """
    last = trial.last_day
    if last <= 0:
        raise InputError(
            f"nothing says how long the trial '{trial.trial}' lasts; add for example "
            "'horizon: 3 years'"
        )
    for visits in (trial.visits, *(trial.treatment_of(arm).visits for arm in trial.arms)):
        _check(visits, last)
    seen = {last, *days_seen(trial.visits, last)}
    seen |= {day for one in trial.observations for day in (one.time, one.since)}
    days = sorted(day for day in seen if 0 < day <= last)
    return np.array([day for place, day in enumerate(days) if _new(days, place)])


def simulated_days(visits: Array) -> Array:
    """Return month 0, the visits, and days between them at which hazards are looked at."""
    between = np.arange(0.0, visits[-1], _BETWEEN_HAZARDS)
    far = [day for day in between if np.abs(visits - day).min() > _SAME_DAY]
    return np.array(sorted({0.0, *far, *visits.tolist()}))


def column(endpoint: str, day: float) -> str:
    """Return the name of a measurement in the table of people."""
    return f"{endpoint}_month_{day / DAYS_PER_MONTH:.4g}"


def months(days: Array) -> Iterator[float]:
    """Yield months, rounded as they are shown."""
    yield from (float(f"{day / DAYS_PER_MONTH:.4g}") for day in days)


def _check(visits: Days | None, last: float) -> None:
    """Refuse visits after the last day, and too many of them."""
    if isinstance(visits, tuple):
        if visits[-1] > last:
            raise InputError(
                f"the visit at month {visits[-1] / DAYS_PER_MONTH:.4g} lies after the end of the "
                f"trial at month {last / DAYS_PER_MONTH:.4g}; leave it out, or write a longer "
                "'horizon'"
            )
        many, told = len(visits) > _MOST_VISITS, f"a list of {len(visits)} visits"
    else:
        every = visits or DAYS_PER_YEAR
        many = last / every > _MOST_VISITS
        told = f"a visit every {every:.3g} days over {last / DAYS_PER_YEAR:.3g} years"
    if many:
        raise InputError(
            f"{told} is more than {_MOST_VISITS} visits; write for example 'visits: every 6 months'"
        )


def _new(days: list[float], place: int) -> bool:
    """Return whether a day is another than the one before, also as a month that is shown."""
    if place == 0:
        return True
    before, day = days[place - 1], days[place]
    return day - before > _SAME_DAY and column("", before) != column("", day)
