"""Relations between two measurements of the same people, as published, in a file.

What one measurement tells of another is what a twin learns from: a forecast that is conditioned on
an early scan or a marker can only be right if both go together in the model as in people.

    one, other    a measurement: its change since a month, or its level where no `since` is said
    correlation   of the two over people (levels and changes in logarithms), as published

A file holds one cohort: its people and arms as in a trial file, and relations that refer to them.
Nothing is fitted to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from osteon.errors import UnknownNameError
from osteon.language.described import Described
from osteon.language.document import Written
from osteon.language.endpoints import ENDPOINTS
from osteon.language.faults import misplaced
from osteon.language.names import Counted, Named, Text
from osteon.language.population import Population
from osteon.language.strategy import Strategy
from osteon.language.times import Month, Point
from osteon.language.trial import Arm, ArmName, Trial
from osteon.vocabulary.units import DAYS_PER_MONTH


class Measured(Described):
    """One measurement of everybody.

    Parameters
    ----------
    endpoint:
        What is measured.
    month:
        When, in months.
    since:
        From when a change counts, days inside; None for the level itself.
    """

    endpoint: Annotated[str, Named("endpoint", ENDPOINTS)]
    month: Month
    since: Point | None = None

    @property
    def times(self) -> tuple[float, ...]:
        """Return the days on which it is measured."""
        return (self.month * DAYS_PER_MONTH, *(() if self.since is None else (self.since,)))


class Relation(Described):
    """How two measurements of the same people go together.

    Parameters
    ----------
    name:
        A short name, alone of its kind.
    claim:
        What was found, in one plain sentence.
    source:
        Where it was published.
    arm:
        Whose.
    one, other:
        The two measurements.
    correlation:
        As published.
    people:
        In how many it was found.
    known_miss:
        Why the model does not show it, as far as can be told, while it does not.
    """

    name: Text
    claim: Text
    source: Text
    arm: Text
    one: Measured
    other: Measured
    correlation: Annotated[float, Field(gt=-1.0, lt=1.0)]
    people: Annotated[int, Counted(10, 1_000_000)]
    known_miss: Text | None = None


class Cohort(Written):
    """People who were measured more than once, and how their measurements go together.

    Parameters
    ----------
    cohort:
        Its name.
    population, usual:
        Who takes part, and what everyone does, unless an arm says otherwise.
    arms:
        The arms, by name.
    relations:
        What was found.
    """

    mark: ClassVar[str] = "cohort"
    other_mark: ClassVar[str] = "trial"
    other_advice: ClassVar[str] = (
        "this is a trial file, and a file of relations is needed: one with 'cohort', 'arms' and "
        "'relations'"
    )

    cohort: Text
    population: Population = Population()
    usual: Strategy = Strategy()
    arms: Annotated[Mapping[ArmName, Arm], Field(min_length=1)]
    relations: Annotated[tuple[Relation, ...], Field(min_length=1)]

    @property
    def trial(self) -> Trial:
        """Return the arms as a trial that can be simulated."""
        return Trial(
            trial=self.cohort, population=self.population, usual=self.usual, arms=dict(self.arms)
        )

    def days(self, arm: str) -> tuple[float, ...]:
        """Return every day on which an arm is measured, month 0 included."""
        of_arm = [one for one in self.relations if one.arm == arm]
        looks = (look for relation in of_arm for look in (relation.one, relation.other))
        return tuple(sorted({0.0, *(time for look in looks for time in look.times)}))

    @model_validator(mode="after")
    def _check(self) -> Self:
        for place, relation in enumerate(self.relations):
            if relation.arm not in self.arms:
                message = UnknownNameError.of("arm", relation.arm, self.arms).message
                raise misplaced(message, "relations", place, "arm")
        return self
