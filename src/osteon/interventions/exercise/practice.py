"""Practice: the time that activities give to muscle and to balance, minutes a day.

    resistance = sum of sessions * minutes * intensity / usual intensity   (resistance training)
    balance    = sum of sessions * minutes * falls benefit / 3             (all activities)

The falls benefit of the table runs from none (walking, swimming) to 3 (tai chi, balance training):
what stands for balance is the share of a session that challenges it.
"""

from __future__ import annotations

from collections.abc import Iterable

from osteon.interventions.exercise.load import Training, usual

_MOST_BENEFIT = 3.0


def resistance_practice(trainings: Iterable[Training]) -> float:
    """Return minutes of resistance training a day, at the usual intensity."""
    return sum(
        _minutes(training) * _relative_intensity(training)
        for training in trainings
        if training.activity.category == "resistance"
    )


def balance_practice(trainings: Iterable[Training]) -> float:
    """Return minutes of balance training a day."""
    return sum(
        _minutes(training) * training.activity.falls_benefit / _MOST_BENEFIT
        for training in trainings
    )


def _relative_intensity(training: Training) -> float:
    return 1.0 if training.intensity is None else training.intensity / usual("intensity")


def _minutes(training: Training) -> float:
    length = usual("minutes") if training.minutes is None else training.minutes
    return training.sessions * length
