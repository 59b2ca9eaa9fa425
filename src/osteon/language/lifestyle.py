"""What a person eats, takes as supplements, and does for exercise."""

from __future__ import annotations

from typing import Annotated, Any, Final, Self

from pydantic import Field, model_validator

from osteon.language.amounts import Share
from osteon.language.described import Described
from osteon.language.faults import misplaced
from osteon.language.names import Named, Text
from osteon.language.quantity import Measured
from osteon.language.times import Point
from osteon.language.wording import Wording

CALCIUM_INTAKE: Final = Measured("mg/day", "mg/day", 0, 5000, 1200)
VITAMIN_D_INTAKE: Final = Measured("IU/day", "IU/day", 0, 20000, 800, "vitamin_d")
VITAMIN_K2_INTAKE: Final = Measured("ug/day", "ug/day", 0, 100000, 180)
MAGNESIUM_INTAKE: Final = Measured("mg/day", "mg/day", 0, 3000, 320)
PROTEIN_INTAKE: Final = Measured("g/kg/day", "g/kg/day", 0, 5, 1)
ZINC_INTAKE: Final = Measured("mg/day", "mg/day", 0, 300, 8)
OMEGA_3_INTAKE: Final = Measured("mg/day", "mg/day", 0, 20000, 1000)
INFLAMMATORY_INDEX: Final = Measured("", "", -10, 10, -1.5)
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


class Nutrients(Described):
    """Nutrients a day; None where nothing is said."""

    calcium: Annotated[float, CALCIUM_INTAKE] | None = None
    vitamin_d: Annotated[float, VITAMIN_D_INTAKE] | None = None
    vitamin_k2: Annotated[float, VITAMIN_K2_INTAKE] | None = None
    magnesium: Annotated[float, MAGNESIUM_INTAKE] | None = None
    protein: Annotated[float, PROTEIN_INTAKE] | None = None
    zinc: Annotated[float, ZINC_INTAKE] | None = None
    omega_3: Annotated[float, OMEGA_3_INTAKE] | None = None


class Supplements(Nutrients):
    """What is added to the usual diet; units as in `Diet`."""


class Diet(Nutrients):
    """Total intake from all sources; the foods listed add to the nutrients stated.

    Parameters
    ----------
    calcium, magnesium, zinc, omega_3:
        mg/day inside.
    vitamin_d:
        IU/day inside (ug/day is understood).
    vitamin_k2:
        ug/day inside.
    protein:
        g/kg/day.
    inflammatory_index:
        Dietary inflammatory index; below zero calms.
    foods:
        Foods eaten regularly.
    """

    inflammatory_index: Annotated[float, INFLAMMATORY_INDEX] | None = None
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
