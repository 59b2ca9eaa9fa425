"""What a person eats, takes as supplements, and does for exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Self

from pydantic import Field, create_model, model_validator

from osteon.language.amounts import Share
from osteon.language.described import Described
from osteon.language.faults import misplaced
from osteon.language.names import Named, Text
from osteon.language.nutrients import stated_in
from osteon.language.quantity import Measured
from osteon.language.times import Point
from osteon.language.wording import Wording

INTAKES: Final = stated_in()
FOOD_AMOUNT: Final = Measured("g", "g", 0, 10000, 200)
MINUTES: Final = Measured("minute", "minutes", 0, 600, 45, bare=True)
INTENSITY: Final = Measured("dimensionless", "%", 0, 120, 80)
IMPACTS: Final = Measured("", "", 0, 10000, 50)
_SESSIONS: Final = Measured("per day", "per week", 0, 50, 2)


class SessionRate(Wording[float]):
    """How many sessions there are, per day inside: '2 per week', '3 sessions a week'."""

    @property
    def example(self) -> str:
        """Return a good rate."""
        return _SESSIONS.example

    def read(self, written: Any) -> float:
        """Return the sessions per day.

        Raises
        ------
        InputError
            If it is not a rate, or an impossible one.
        """
        if isinstance(written, str):
            for word in ("sessions", "session", "times"):
                written = written.replace(word, " ")
            written = f" {written} ".replace(" a ", " per ").strip()
        return _SESSIONS.read(written)

    def write(self, value: float) -> str:
        """Return the rate per week where that is exact, else per day."""
        return str(_SESSIONS.write(value))


class Food(Described):
    """A food that is eaten regularly.

    Parameters
    ----------
    food:
        Its name in the table of foods.
    amount:
        Grams each time.
    per:
        day, week or month.
    """

    food: Text
    amount: Annotated[float, FOOD_AMOUNT]
    per: Annotated[str, Named("period", ("day", "week", "month"))] = "day"


def _fields(intakes: dict[str, Measured]) -> dict[str, Any]:
    """Return a field for each nutrient that may be left out."""
    return {name: (Annotated[float, amount] | None, None) for name, amount in intakes.items()}


if TYPE_CHECKING:

    class Nutrients(Described):
        """What a type checker should see: a number for each nutrient, or None."""

        def __getattr__(self, name: str, /) -> float | None: ...

    class _Total(Nutrients): ...

else:
    Nutrients = create_model(
        "Nutrients",
        __base__=Described,
        __doc__="Nutrients a day; None where nothing is said.",
        **_fields({name: one for name, one in INTAKES.items() if one.usual}),
    )
    _Total = create_model(
        "_Total",
        __base__=Nutrients,
        **_fields({name: one for name, one in INTAKES.items() if not one.usual}),
    )


class Supplements(Nutrients):
    """What is added to the usual diet; units as in `Diet`."""


class Diet(_Total):
    """Total intake from all sources; the foods listed add to the nutrients stated.

    Every nutrient has its unit: mg/day for calcium, IU/day for vitamin D (ug/day is understood),
    g/kg/day for protein. What has none is an index of the whole diet and no supplement holds it:
    the dietary inflammatory index, below zero where a diet calms.

    Parameters
    ----------
    foods:
        Foods eaten regularly.
    """

    foods: tuple[Food, ...] = ()


class Exercise(Described):
    """One regular activity.

    Parameters
    ----------
    activity:
        A name from the table of activities.
    sessions:
        Sessions per day inside ('2 per week' is 2/7).
    minutes:
        Minutes per session.
    intensity:
        Share of the one-repetition maximum ('80 %' is 0.8).
    impacts:
        Jumps or steps of impact per session.
    from_, until:
        When it begins (in files: `from`) and ends, days inside; None: it goes on.
    adherence:
        The share of sessions that is done, 0 to 1.
    """

    activity: Text
    sessions: Annotated[float, SessionRate()]
    minutes: Annotated[float, MINUTES] | None = None
    intensity: Annotated[float, INTENSITY] | None = None
    impacts: Annotated[float, IMPACTS] | None = None
    from_: Point = Field(default=0.0, alias="from")
    until: Point | None = None
    adherence: Share = 1.0

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.until is not None and self.until <= self.from_:
            raise misplaced("ends before it begins; 'until' must be later than 'from'", "until")
        return self
