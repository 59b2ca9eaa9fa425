"""A parameter: value, unit, meaning, origin and uncertainty in one place.

Three kinds of not knowing stay apart: `uncertainty` (how well the typical value is known),
`between_people` (how people differ) and measurement error (which belongs to readouts).
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from osteon.vocabulary.site import Site

Finite = Annotated[float, Field(strict=True, allow_inf_nan=False)]


class Method(StrEnum):
    """How a number came to be."""

    MEASURED = "measured"
    FITTED = "fitted"
    DERIVED = "derived"
    ADOPTED = "adopted"
    ASSUMED = "assumed"


class Frozen(BaseModel):
    """An immutable record that accepts no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Origin(Frozen):
    """Where a number comes from.

    Assumed numbers need a reason; all others a source (a key in a .bib file) and a locus (table,
    figure or page, or the arithmetic).
    """

    method: Method
    source: str | None = None
    locus: str | None = None
    reason: str | None = None

    @model_validator(mode="after")
    def _argued(self) -> Self:
        if self.method is Method.ASSUMED and not self.reason:
            raise ValueError("an assumed value needs a reason")
        if self.method is not Method.ASSUMED and not (self.source and self.locus):
            raise ValueError(f"a {self.method} value needs a source and a locus")
        return self


class Spread(Frozen):
    """A standard deviation: of the logarithm (`log_sd`) or of the value itself (`sd`).

    Parameters
    ----------
    together_with:
        Correlations with how people differ in other parameters, by their full names
        ('bone.turnover').
    """

    log_sd: float | None = Field(default=None, gt=0)
    sd: float | None = Field(default=None, gt=0)
    together_with: dict[str, Finite] = {}
    reason: str | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.log_sd is None) == (self.sd is None):
            raise ValueError("give log_sd (for positive numbers) or sd, one of the two")
        if sum(shared**2 for shared in self.together_with.values()) > 1.0:
            raise ValueError("the squares of the correlations in together_with exceed one in sum")
        return self

    @property
    def own(self) -> float:
        """Return the share of the standard deviation that follows no other parameter."""
        return math.sqrt(1.0 - sum(shared**2 for shared in self.together_with.values()))


class Stated(Frozen):
    """How a person writes what the value stands for where nothing is said: an intake, mostly.

    The language reads it from the same file, in the unit of the parameter.

    Parameters
    ----------
    name:
        What a person calls it ('vitamin_d').
    least, most:
        The plausible range; it catches a wrong unit, not an unusual person.
    example:
        A good amount.
    in_foods:
        The columns of the table of foods that add up to it.
    """

    name: str
    least: Finite = 0.0
    most: Finite
    example: Finite
    in_foods: tuple[str, ...] = ()


class Parameter(Frozen):
    """A number of the model.

    Parameters
    ----------
    value:
        The typical value, or one per site.
    unit:
        Its unit; '' for a plain number.
    meaning:
        One plain sentence.
    origin:
        Where it comes from.
    uncertainty:
        How well the typical value is known; absent for definitions and facts about the person.
    at_most:
        The greatest value it can have, for shares; draws are cut there.
    between_people:
        How people differ; absent if they are taken as alike.
    stated:
        How a person writes another value of it, where she may.
    """

    value: Finite | dict[Site, Finite]
    unit: str
    meaning: str = Field(min_length=10)
    origin: Origin
    uncertainty: Spread | None = None
    at_most: Finite | None = None
    between_people: Spread | None = None
    stated: Stated | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if isinstance(self.value, dict) and set(self.value) != set(Site):
            raise ValueError(f"a value per site needs all of {', '.join(Site)}")
        for spread in (self.uncertainty, self.between_people):
            if spread and spread.log_sd and min(self.values()) <= 0:
                raise ValueError("log_sd is for positive values; give sd instead")
        if self.at_most is not None and max(self.values()) > self.at_most:
            raise ValueError(f"the value is greater than its own at_most, {self.at_most:g}")
        return self

    @property
    def by_site(self) -> bool:
        """Return whether sites have values of their own."""
        return isinstance(self.value, dict)

    def values(self) -> tuple[float, ...]:
        """Return the value, or the values of all sites in order."""
        if isinstance(self.value, dict):
            return tuple(self.value[site] for site in Site)
        return (self.value,)
