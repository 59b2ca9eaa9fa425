"""Who takes part in a trial: means and spreads, and who is eligible."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Annotated, Any, Generic, NamedTuple, Self, TypeVar

from pydantic import GetJsonSchemaHandler, ModelWrapValidatorHandler, model_validator
from pydantic_core import CoreSchema

from osteon.errors import InputError
from osteon.language import amounts
from osteon.language.amounts import Age, Share, TScore
from osteon.language.described import Described
from osteon.language.faults import misplaced
from osteon.language.names import Flag
from osteon.language.person import Sex
from osteon.language.quantity import Measured
from osteon.language.wording import Wording, shown

Mean = TypeVar("Mean")
Deviation = TypeVar("Deviation")

YEARS_SINCE_MENOPAUSE = Measured("day", "years", -30, 80, 10)
_Years = Annotated[float, YEARS_SINCE_MENOPAUSE]
_YearsSpread = Annotated[float, Measured("day", "years", 0, 60, 7)]
_Height = Annotated[float, amounts.HEIGHT]
_HeightSpread = Annotated[float, Measured("cm", "cm", 0, 50, 6)]
_Weight = Annotated[float, amounts.WEIGHT]
_WeightSpread = Annotated[float, Measured("kg", "kg", 0, 100, 12)]
_Calcidiol = Annotated[float, amounts.CALCIDIOL]
_CalcidiolSpread = Annotated[float, Measured("nmol/L", "nmol/L", 0, 500, 20, "calcidiol")]
_TScoreSpread = Annotated[float, Measured("", "", 0, 5, 1)]


class Spread(Described, Generic[Mean, Deviation]):
    """A mean and how widely people differ from it; a bare value is the mean alone.

    Parameters
    ----------
    mean:
        The mean, in the unit inside.
    sd:
        The standard deviation between people; None: the usual spread of the population.
    """

    mean: Mean
    sd: Deviation | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _read_bare(cls, written: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        bare = isinstance(written, str | int | float)
        return handler({"mean": written} if bare else written)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": "string"}, {"type": "number"}]}


TScoreOfMany = Spread[TScore, _TScoreSpread]


class TScoreSpreads(Described):
    """T-scores by site, as they are among those who take part."""

    lumbar_spine: TScoreOfMany | None = None
    total_hip: TScoreOfMany | None = None
    femoral_neck: TScoreOfMany | None = None


class Population(Described):
    """The people of a trial, or of one arm where that differs.

    Parameters
    ----------
    sex:
        female or male.
    age, years_since_menopause:
        Days inside.
    premenopausal:
        Whether all are before menopause.
    weight, height:
        Kilograms and centimeters inside.
    t_score:
        By site, after the cut of `eligible`.
    calcidiol:
        nmol/L inside.
    previous_fracture:
        The share who have had one, 0 to 1.
    """

    sex: Sex = "female"
    age: Spread[Age, _YearsSpread] | None = None
    years_since_menopause: Spread[_Years, _YearsSpread] | None = None
    premenopausal: Flag = False
    weight: Spread[_Weight, _WeightSpread] | None = None
    height: Spread[_Height, _HeightSpread] | None = None
    t_score: TScoreSpreads = TScoreSpreads()
    calcidiol: Spread[_Calcidiol, _CalcidiolSpread] | None = None
    previous_fracture: Share | None = None

    def over(self, wider: Population) -> Population:
        """Return the wider population with everything that is stated here in its place."""
        stated = {name: getattr(self, name) for name in self.model_fields_set}
        if stated.get("premenopausal"):
            stated["years_since_menopause"] = None
        elif "years_since_menopause" in stated:
            stated["premenopausal"] = False
        return wider.model_copy(update=stated)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.premenopausal and self.years_since_menopause is not None:
            raise misplaced(
                "does not go with 'premenopausal: yes'; keep one", "years_since_menopause"
            )
        return self


class Limits(NamedTuple):
    """From `low` to `high`, both included; infinite where there is no limit."""

    low: float
    high: float


@dataclass(frozen=True)
class Between(Wording[Limits]):
    """A range in words: '-4.0 to -2.0', '50 to 80 years', 'below -2.0', 'above 30 nmol/L'."""

    measured: Measured

    @property
    def example(self) -> str:
        """Return a good range."""
        return f"below {self.measured.example}"

    def read(self, written: Any) -> Limits:
        """Return the limits in the unit inside.

        Raises
        ------
        InputError
            If it is no range, an empty one, or of the wrong unit.
        """
        text = " ".join(str(written).split())
        for sign, words in ((-1, ("below ", "< ", "at most ")), (1, ("above ", "> ", "at least "))):
            for word in words:
                if text.lower().startswith(word):
                    limit = self.measured.read(text[len(word) :])
                    return Limits(-math.inf, limit) if sign < 0 else Limits(limit, math.inf)
        low, to, high = text.partition(" to ")
        if not to:
            raise InputError(
                f"'{shown(text)}' is not a range; write 'low to high' or '{self.example}'"
            )
        if not re.search(r"[A-Za-z%]", low.replace("e", "")):
            low += re.sub(r"^[-+0-9.\s]+", " ", high)
        limits = Limits(self.measured.read(low.strip()), self.measured.read(high))
        if limits.low >= limits.high:
            raise InputError(f"'{shown(text)}' is empty; write the lower limit first")
        return limits

    def write(self, value: Limits) -> str:
        """Return the range in words."""
        low, high = (self.measured.write(limit) for limit in value)
        if math.isinf(value.low):
            return f"below {high}"
        return f"above {low}" if math.isinf(value.high) else f"{low} to {high}"


_TScoreRange = Annotated[Limits, Between(amounts.T_SCORE)]


class EligibleTScores(Described):
    """T-scores by site that let a person take part."""

    lumbar_spine: _TScoreRange | None = None
    total_hip: _TScoreRange | None = None
    femoral_neck: _TScoreRange | None = None


class Eligible(Described):
    """Who may take part; what is not mentioned does not matter.

    Parameters
    ----------
    t_score:
        Limits by site.
    age, years_since_menopause:
        Limits in days.
    weight, calcidiol:
        Limits in kilograms and nmol/L.
    previous_fracture:
        Whether one is required (yes) or excluded (no).
    """

    t_score: EligibleTScores = EligibleTScores()
    age: Annotated[Limits, Between(amounts.AGE)] | None = None
    years_since_menopause: Annotated[Limits, Between(YEARS_SINCE_MENOPAUSE)] | None = None
    weight: Annotated[Limits, Between(amounts.WEIGHT)] | None = None
    calcidiol: Annotated[Limits, Between(amounts.CALCIDIOL)] | None = None
    previous_fracture: Flag | None = None

    def over(self, wider: Eligible) -> Eligible:
        """Return the wider conditions with everything that is stated here in its place."""
        return wider.model_copy(
            update={name: getattr(self, name) for name in self.model_fields_set}
        )
