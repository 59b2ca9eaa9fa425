"""A case: one person, what is usual for her, and the strategies to be compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from osteon.errors import UnknownNameError
from osteon.language.amounts import HORIZON, Density
from osteon.language.document import Written
from osteon.language.faults import misplaced
from osteon.language.names import FreeText, Text
from osteon.language.person import Laboratory, Person, Scanner
from osteon.language.strategy import Strategy
from osteon.language.times import Month
from osteon.language.wishes import Wishes
from osteon.vocabulary.units import DAYS_PER_MONTH

_NO_OVARIES = "does not go with 'sex: male'; leave it out, or put the sex right"
Name = Annotated[str, FreeText(longest=200)]


class Measurement(Laboratory):
    """What was measured at one visit since month 0: densities (g/cm2) and laboratory values.

    Parameters
    ----------
    month:
        When, in months from month 0 on.
    bmd_lumbar_spine, bmd_total_hip, bmd_femoral_neck:
        Densities by DXA; the laboratory values are those of `Laboratory`.
    scanner:
        hologic or lunar, where it was another than the person's own.
    """

    month: Month
    scanner: Scanner | None = None
    bmd_lumbar_spine: Density | None = None
    bmd_total_hip: Density | None = None
    bmd_femoral_neck: Density | None = None

    @property
    def time(self) -> float:
        """Return when it was measured, in days."""
        return self.month * DAYS_PER_MONTH

    @property
    def values(self) -> dict[str, float]:
        """Return what was measured, by endpoint, in the units inside."""
        stated = self.model_fields_set - {"month", "scanner"}
        return {name: getattr(self, name) for name in sorted(stated)}

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.month < 0:
            raise misplaced(
                "lies before month 0; only what was measured since moves the forecast, and what "
                "was measured at month 0 stands with the person",
                "month",
            )
        if not self.values:
            raise misplaced("has no value; add for example 'bmd_lumbar_spine: 0.902 g/cm2'")
        return self


class Case(Written):
    """One person, some strategies, and how far to look.

    Parameters
    ----------
    person:
        Who.
    usual:
        What goes on in every strategy unless the strategy says otherwise.
    strategies:
        What might be done, by name.
    horizon:
        How far to look, days inside; ten years if not said.
    measurements:
        What has been measured since month 0; it updates the forecast.
    plan:
        What a plan must respect: what stays, what is left out, how far to look.
    note:
        Any remark.

    Raises
    ------
    InputError
        If anything in it cannot be understood or be true, as the removal of ovaries of a man.
    """

    mark: ClassVar[str] = "person"
    other_mark: ClassVar[str] = "trial"
    other_advice: ClassVar[str] = (
        "this is a trial file, and a case is needed: a file with 'person' and 'strategies'"
    )

    person: Person
    usual: Strategy = Strategy()
    strategies: Annotated[Mapping[Name, Strategy], Field(min_length=1)]
    horizon: Annotated[float, HORIZON] = 3652.5
    measurements: tuple[Measurement, ...] = ()
    plan: Wishes = Wishes()
    note: Text | None = None

    @model_validator(mode="after")
    def _has_ovaries(self) -> Self:
        """Refuse what only ovaries can undergo of somebody who has none."""
        if self.person.sex != "male":
            return self
        told: dict[tuple[str, ...], Strategy] = {("usual",): self.usual}
        told |= {("strategies", name): one for name, one in self.strategies.items()}
        for place, strategy in told.items():
            for number, one in enumerate(strategy.procedures):
                path: tuple[str | int, ...] = (*place, "procedures", number)
                if one.procedure == "oophorectomy":
                    raise misplaced(_NO_OVARIES, *path, "procedure")
                if one.ovarian_failure:
                    raise misplaced(_NO_OVARIES, *path, "ovarian_failure")
        return self

    def treatment_of(self, strategy: str) -> Strategy:
        """Return a strategy with what is usual going on beneath it.

        Raises
        ------
        UnknownNameError
            If the case has no strategy of this name.
        """
        if strategy not in self.strategies:
            raise UnknownNameError.of("strategy", strategy, self.strategies)
        return self.strategies[strategy].on_top_of(self.usual)
