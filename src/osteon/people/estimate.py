"""The one number that a trial reports of an arm, or of one arm against another, and its error.

    Mean        mean or median over people; with a second arm, the difference of the two
    Incidence   100 mean(1 - exp(-H)) %, people with the event; with a second arm, the difference
    RelativeRisk    incidence of the arm over that of the other
    HazardRatio     -log(1 - incidence) of the arm over that of the other

H is the cumulative hazard of a person. Risks are averaged over people before a ratio is made of
them, as a trial does: the few at the highest hazard have their event early and count once. A ratio
has its error on the logarithmic scale, an incidence on that of log(-log(1 - incidence)), so that an
interval stays where the number can be.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.language.observation import Observation
from osteon.people.statistic import error_of_change, summary_of

Array = NDArray[np.float64]
_CENTRAL_95 = 1.96


@dataclass(frozen=True)
class Estimate(ABC):
    """How one observation follows from what was found in the people of its arms."""

    observation: Observation

    @abstractmethod
    def of(self, arms: Sequence[Array]) -> Array:
        """Return the number; people of one arm or two on the last axis of each array."""

    @abstractmethod
    def sampling(self, arms: Sequence[Array], sizes: Sequence[int]) -> float:
        """Return the variance, on the scale of its error, in a trial of these sizes."""

    def scaled(self, number: Array) -> Array:
        """Return the number on the scale of its error."""
        return number

    def unscaled(self, number: Array) -> Array:
        """Return the number from the scale of its error."""
        return number

    def interval(self, point: float, draws: Array, sampling: float) -> tuple[float, float]:
        """Return the central 95 %, of what is not known (`draws`) and of sampling together."""
        half = _CENTRAL_95 * np.sqrt(self.scaled(draws).var() + sampling)
        low, high = self.unscaled(self.scaled(np.array(point)) + np.array([-half, half]))
        return float(low), float(high)


class Mean(Estimate):
    """A level or change of what is measured."""

    def of(self, arms: Sequence[Array]) -> Array:
        """Return the mean or median, or the difference of two."""
        return _less([summary_of(people, self.observation.statistic) for people in arms])

    def sampling(self, arms: Sequence[Array], sizes: Sequence[int]) -> float:
        """Return spread between people and error of measurement over the number of people."""
        error = error_of_change(self.observation) ** 2
        return sum(
            (float(people.var()) + error) / size for people, size in zip(arms, sizes, strict=True)
        )


class Incidence(Estimate):
    """The percentage of people with the event."""

    def of(self, arms: Sequence[Array]) -> Array:
        """Return the percentage."""
        (people,) = arms
        return 100.0 * _risk(people)

    def sampling(self, arms: Sequence[Array], sizes: Sequence[int]) -> float:
        """Return the binomial variance."""
        risk, size = float(_risk(arms[0])), sizes[0]
        if not risk:
            return 0.0
        return risk / (size * (1.0 - risk) * math.log1p(-risk) ** 2)

    def scaled(self, number: Array) -> Array:
        """Return the logarithm of the hazard that gives the percentage."""
        with np.errstate(divide="ignore"):
            return np.log(-np.log1p(-number / 100.0))

    def unscaled(self, number: Array) -> Array:
        """Return the percentage."""
        return -100.0 * np.expm1(-np.exp(number))

    def interval(self, point: float, draws: Array, sampling: float) -> tuple[float, float]:
        """Return the central 95 %; nobody has the event while nobody is at risk."""
        return super().interval(point, draws, sampling) if point else (0.0, 0.0)


class IncidenceDifference(Estimate):
    """Percentage points between two arms."""

    def of(self, arms: Sequence[Array]) -> Array:
        """Return the percentage of the arm less that of the other."""
        return _less([100.0 * _risk(people) for people in arms])

    def sampling(self, arms: Sequence[Array], sizes: Sequence[int]) -> float:
        """Return the sum of the binomial variances."""
        risks = [float(_risk(people)) for people in arms]
        return sum(
            1e4 * risk * (1.0 - risk) / size for risk, size in zip(risks, sizes, strict=True)
        )


class Ratio(Estimate):
    """One arm over the other."""

    @abstractmethod
    def frequency(self, people: Array) -> Array:
        """Return how frequent the event is in an arm."""

    def of(self, arms: Sequence[Array]) -> Array:
        """Return the ratio.

        Raises
        ------
        InputError
            If nobody in the second arm was at risk.
        """
        one, other = (self.frequency(people) for people in arms)
        if not np.all(other > 0.0):
            raise InputError(
                f"there is no ratio at month {self.observation.month:g}: no event is to be "
                "expected yet; give a later month"
            )
        return np.asarray(one / other)

    def sampling(self, arms: Sequence[Array], sizes: Sequence[int]) -> float:
        """Return 1 / d1 + 1 / d2 for the expected numbers of people with the event."""
        expected = [size * float(_risk(people)) for people, size in zip(arms, sizes, strict=True)]
        return sum(1.0 / events for events in expected)

    def scaled(self, number: Array) -> Array:
        """Return the logarithm."""
        return np.log(number)

    def unscaled(self, number: Array) -> Array:
        """Return the ratio."""
        return np.exp(number)


class RelativeRisk(Ratio):
    """The ratio of the shares of people with the event."""

    def frequency(self, people: Array) -> Array:
        """Return the share with the event."""
        return _risk(people)


class HazardRatio(Ratio):
    """The ratio of the hazards that people still without the event meet on average."""

    def frequency(self, people: Array) -> Array:
        """Return the cumulative hazard of the arm as a survival curve shows it."""
        return np.asarray(-np.log1p(-_risk(people)))


def estimate_of(observation: Observation) -> Estimate:
    """Return how an observation is estimated."""
    match observation.kind:
        case "relative_risk":
            return RelativeRisk(observation)
        case "hazard_ratio":
            return HazardRatio(observation)
        case "cumulative" if observation.versus is None:
            return Incidence(observation)
        case "cumulative":
            return IncidenceDifference(observation)
        case _:
            return Mean(observation)


def _risk(people: Array) -> Array:
    """Return the share of people with the event, from their cumulative hazards."""
    return np.asarray(-np.expm1(-people).mean(axis=-1))


def _less(numbers: Sequence[Array]) -> Array:
    """Return the first number, less the second if there is one."""
    return np.asarray(numbers[0] - numbers[1] if len(numbers) > 1 else numbers[0])
