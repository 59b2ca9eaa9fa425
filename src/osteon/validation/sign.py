"""Signs: what the literature says of a skeleton without a number, as checks in a file.

A file holds one topic: its people, its arms as in a trial file, and signs that refer to the arms.

    of      what is looked at: an arm, an endpoint, a month (and since when)
    than    what it is held against; each says only what differs from `of`
    expect  a sentence of `expectation.py`

What is looked at becomes one number, in percent:

    a measurement               its change since then, mean over people
    a measurement, two arms     the difference of their changes, percentage points
    falls, fractures            how many are to be expected in 100 people since then
    falls, fractures, two arms  how many more than in the other arm, percent
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
from osteon.language.names import Named, Text
from osteon.language.person import History
from osteon.language.population import Population
from osteon.language.strategy import Strategy
from osteon.language.times import Month, Point
from osteon.language.trial import Arm, ArmName, Trial
from osteon.validation.expectation import Expectation, Expected
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.units import DAYS_PER_MONTH

Endpoint = Annotated[str, Named("endpoint", ENDPOINTS)]


class HabitualArm(Arm):
    """An arm whose people may smoke and drink.

    Parameters
    ----------
    history:
        What everyone in the arm has done for life.
    """

    history: History = History()


class Look(Described):
    """What is looked at.

    Parameters
    ----------
    arm, versus:
        The arm, and the arm its effect is counted against.
    endpoint:
        What is measured.
    month:
        When, in months.
    since:
        From when a change counts, days inside; month 0 if not said.
    """

    arm: Text
    versus: Text | None = None
    endpoint: Endpoint
    month: Month
    since: Point = 0.0

    @property
    def time(self) -> float:
        """Return when it is looked at, in days."""
        return self.month * DAYS_PER_MONTH

    @property
    def arms(self) -> tuple[str, ...]:
        """Return the arms that are looked at."""
        return (self.arm,) if self.versus is None else (self.arm, self.versus)


class Otherwise(Described):
    """What differs in another look; all else is as in the first. Fields as in `Look`."""

    arm: Text | None = None
    versus: Text | None = None
    endpoint: Endpoint | None = None
    month: Month | None = None
    since: Point | None = None


class Sign(Described):
    """One check.

    Parameters
    ----------
    name:
        A short name, alone of its kind.
    claim:
        What is known, in one plain sentence.
    source:
        Where it was published, and where it was read if elsewhere.
    grade:
        How strong the evidence is.
    of, than:
        What is looked at, and what that is held against, in order.
    expect:
        What should be seen.
    known_miss:
        Why the model does not show it, as far as can be told, while it does not.
    """

    name: Text
    claim: Text
    source: Text
    grade: Grade
    of: Look
    than: tuple[Otherwise, ...] = ()
    expect: Annotated[Expectation, Expected()]
    known_miss: Text | None = None

    @property
    def looks(self) -> tuple[Look, ...]:
        """Return everything that is looked at, in the order of the comparison."""
        said = (other.model_fields_set for other in self.than)
        changes = [
            {name: getattr(other, name) for name in names}
            for other, names in zip(self.than, said, strict=True)
        ]
        return (self.of, *(self.of.model_copy(update=change) for change in changes))

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.expect.compares and not self.than:
            raise misplaced("holds one number against another; add 'than: [{arm: ...}]'", "expect")
        if self.than and not self.expect.compares:
            raise misplaced("goes with a comparison only; leave it out", "than")
        for look in self.looks:
            if look.since >= look.time:
                raise misplaced("looks back from a month that is not later than 'since'", "of")
        return self


class Topic(Written):
    """The signs of one topic and the arms they look at.

    Parameters
    ----------
    topic:
        Its name.
    population, usual:
        Who takes part, and what everyone does, unless an arm says otherwise.
    arms:
        The arms, by name.
    signs:
        The checks.
    """

    mark: ClassVar[str] = "topic"
    other_mark: ClassVar[str] = "trial"
    other_advice: ClassVar[str] = (
        "this is a trial file, and a file of signs is needed: one with 'topic', 'arms' and 'signs'"
    )

    topic: Text
    population: Population = Population()
    usual: Strategy = Strategy()
    arms: Annotated[Mapping[ArmName, HabitualArm], Field(min_length=1)]
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]

    @property
    def trial(self) -> Trial:
        """Return the arms as a trial that can be simulated."""
        return Trial(
            trial=self.topic, population=self.population, usual=self.usual, arms=dict(self.arms)
        )

    @model_validator(mode="after")
    def _check(self) -> Self:
        for place, sign in enumerate(self.signs):
            for name in (arm for look in sign.looks for arm in look.arms):
                if name not in self.arms:
                    message = UnknownNameError.of("arm", name, self.arms).message
                    raise misplaced(message, "signs", place, "of")
        return self
