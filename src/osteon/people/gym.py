"""What a week of training asks of spine and hip, of muscle and of balance.

    load of a site     the daily load stimulus over that of an ordinary day, all activities together
    load of one alone  the same with that activity alone; loads do not add up, large ones rule

The loads are those of a program that has reached its full dose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osteon.interventions.exercise.activity import Activity
from osteon.interventions.exercise.load import Training, relative_load
from osteon.interventions.exercise.practice import balance_practice, resistance_practice
from osteon.language.lifestyle import Exercise
from osteon.people.training import as_done
from osteon.vocabulary.site import Site

_DAYS_PER_WEEK = 7.0


@dataclass(frozen=True)
class Trained:
    """What some training comes to.

    Attributes
    ----------
    load:
        Relative to an ordinary day, by site; one is no more than that.
    resistance, balance:
        Minutes a week that train muscle, and that train balance.
    """

    load: dict[Site, float]
    resistance: float
    balance: float


@dataclass(frozen=True)
class Gym:
    """A week of training.

    Attributes
    ----------
    each:
        Every activity with what it comes to alone.
    together:
        What all of them come to.
    """

    each: tuple[tuple[Activity, Trained], ...]
    together: Trained


def gym_of(exercises: Sequence[Exercise]) -> Gym:
    """Return what some activities come to, each alone and all together.

    Raises
    ------
    UnknownNameError
        If an activity is not in the table; names the nearest.
    """
    done = [as_done(one) for one in exercises]
    return Gym(tuple((one.activity, _come_to([one])) for one in done), _come_to(done))


def _come_to(done: list[Training]) -> Trained:
    return Trained(
        {site: relative_load(done, site) for site in Site},
        _DAYS_PER_WEEK * resistance_practice(done),
        _DAYS_PER_WEEK * balance_practice(done),
    )
