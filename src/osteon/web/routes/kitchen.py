"""`GET /api/foods` and `POST /api/kitchen`: what foods hold, and what a diet adds up to."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, JsonValue

from osteon.guidance.intake import usual_intakes
from osteon.guidance.kitchen import Sum, sums_of
from osteon.interventions.nutrition.foods import foods
from osteon.language.lifestyle import INTAKES
from osteon.mechanism import Nutrient
from osteon.model.library import standard
from osteon.reports.wording import in_plain_words
from osteon.web.asked import case_from, strategy_in

router = APIRouter(tags=["kitchen and gym"])


class FoodHeld(BaseModel):
    """A food of the table.

    Attributes
    ----------
    serving, grams:
        A usual portion, in words and in grams.
    holds:
        What 100 g hold of each nutrient, calcium as that of milk; what nobody measured is left out.
    """

    name: str
    group: str
    serving: str
    grams: float
    holds: dict[str, float]
    source: str
    confidence: str


class Foods(BaseModel):
    """The table of foods, and the units of what they hold."""

    foods: list[FoodHeld]
    units: dict[str, str]


class KitchenAsked(BaseModel):
    """Whose diet under which strategy of a case; the first if not said."""

    model_config = ConfigDict(extra="forbid")

    case: dict[str, JsonValue]
    strategy: str | None = None


class NutrientSum(BaseModel):
    """One nutrient of a diet, beside what this person is told to take in.

    Attributes
    ----------
    base, stated:
        What is stated of the whole diet, or usual where nothing is stated.
    supplement, foods:
        What tablets add, and each food of the diet in its order; None where nobody knows.
    recommended, limit, limited:
        The reference intake and the upper limit, None where none is set; and what the limit counts.
    verdict:
        'too little', 'enough', 'too much', or 'no reference'.
    grade:
        How well the way by which it acts in the model is supported.
    on_bone, trials:
        What randomized trials found more of it does to bone, and which.
    """

    nutrient: str
    label: str
    unit: str
    base: float
    stated: bool
    supplement: float
    foods: list[float | None]
    total: float
    recommended: float | None
    limit: float | None
    limited: str | None
    kind: str | None
    verdict: str
    grade: str
    on_bone: str | None
    trials: str | None
    source: str | None


class Kitchen(BaseModel):
    """What a diet adds up to."""

    strategy: str
    nutrients: list[NutrientSum]


@router.get("/foods")
def food_table() -> Foods:
    """Return the table of foods, in 100 g each."""
    return _foods()


@router.post("/kitchen")
def kitchen(asked: KitchenAsked) -> Kitchen:
    """Add up what is eaten, and hold it beside reference intakes and limits."""
    return _kitchen(asked)


def _foods() -> Foods:
    counted = {name: one for name, one in usual_intakes().items() if one.in_foods}
    return Foods(
        foods=[
            FoodHeld(
                name=one.name,
                group=one.group,
                serving=one.serving,
                grams=one.columns["serving_g"],
                holds={
                    name: amount
                    for name, nutrient in counted.items()
                    if (amount := one.holds(nutrient.in_foods)) is not None
                },
                source=one.source,
                confidence=one.confidence,
            )
            for one in foods().values()
        ],
        units={name: INTAKES[name].usual.partition("/")[0] for name in counted},
    )


def _kitchen(asked: KitchenAsked) -> Kitchen:
    case = case_from(asked.case)
    name = strategy_in(case, asked.strategy)
    grades = _grades()
    sums = sums_of(case.person, case.treatment_of(name))
    return Kitchen(strategy=name, nutrients=[_sum(one, grades[one.nutrient]) for one in sums])


def _sum(one: Sum, grade: str) -> NutrientSum:
    told = one.reference
    return NutrientSum(
        nutrient=one.nutrient,
        label=in_plain_words(one.nutrient),
        unit=INTAKES[one.nutrient].usual,
        base=one.base,
        stated=one.stated,
        supplement=one.supplement,
        foods=list(one.foods),
        total=one.total,
        recommended=told.recommended if told else None,
        limit=told.limit if told else None,
        limited=told.limited if told and told.limit is not None else None,
        kind=told.kind if told else None,
        verdict=_verdict(one),
        grade=grade,
        on_bone=told.on_bone if told else None,
        trials=told.trials if told else None,
        source=told.source if told else None,
    )


def _verdict(one: Sum) -> str:
    if one.too_much:
        return "too much"
    if one.reference is None or one.reference.recommended is None:
        return "no reference"
    return "too little" if one.too_little else "enough"


def _grades() -> dict[str, str]:
    """Return the grade of the mechanism that answers to each nutrient."""
    model, found = standard(), {}
    for one in model.mechanisms:
        if isinstance(one, Nutrient):
            stated = model.table.parameters[f"{one.name}.usual_intake"].stated
            if stated is not None:
                found[stated.name] = str(one.grade)
    return found
