"""`GET /api/activities` and `POST /api/gym`: what activities ask of bone, and what a week does."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, JsonValue

from osteon.interventions.exercise.activity import Activity, activities
from osteon.interventions.exercise.progression import stage_ends
from osteon.mechanism import Mechanism
from osteon.model.influences import giver_of, readers_of
from osteon.model.library import standard
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.people.gym import Trained, gym_of
from osteon.reports.mechanism_page import heading_of
from osteon.reports.wording import plain_sentences
from osteon.vocabulary.quantities.function import BALANCE_TRAINING, RESISTANCE_TRAINING
from osteon.vocabulary.quantities.mechanics import MECHANICAL_LOAD, MECHANICAL_STIMULUS
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH
from osteon.web.asked import case_from, strategy_in

router = APIRouter(tags=["kitchen and gym"])


class ActivityHeld(BaseModel):
    """An activity of the table.

    Attributes
    ----------
    spine, hip:
        Peak contact force, body weights.
    cycles_per_minute:
        Load cycles.
    falls_benefit:
        How much it trains balance: 0 not at all, 3 as balance training.
    caution:
        For whom it is not, or with what care; empty for none.
    """

    name: str
    category: str
    spine: float
    hip: float
    cycles_per_minute: float
    falls_benefit: float
    caution: str
    source: str
    confidence: str


class GymAsked(BaseModel):
    """Whose training under which strategy of a case; the first if not said."""

    model_config = ConfigDict(extra="forbid")

    case: dict[str, JsonValue]
    strategy: str | None = None


class TrainingSum(BaseModel):
    """What some training comes to, at its full dose.

    Attributes
    ----------
    load:
        Load stimulus relative to an ordinary day, by site; one is no more than that.
    resistance_minutes, balance_minutes:
        Minutes a week that train muscle, and that train balance.
    """

    load: dict[str, float]
    resistance_minutes: float
    balance_minutes: float


class ActivityDone(BaseModel):
    """One activity of the week, alone."""

    activity: ActivityHeld
    alone: TrainingSum


class WhatIsKnown(BaseModel):
    """A way by which training acts in the model, its grade, and what is known of it."""

    title: str
    grade: str
    grade_means: str
    words: str


class Gym(BaseModel):
    """What a week of training comes to.

    Attributes
    ----------
    months_to_full_load:
        How long a new program takes to reach its full dose.
    """

    strategy: str
    each: list[ActivityDone]
    together: TrainingSum
    months_to_full_load: float
    known: list[WhatIsKnown]


@router.get("/activities")
def activity_table() -> list[ActivityHeld]:
    """Return the table of activities."""
    return [_held(one) for one in activities().values()]


@router.post("/gym")
def gym(asked: GymAsked) -> Gym:
    """Say what the training of a strategy asks of spine and hip, muscle and balance."""
    return _gym(asked)


def _gym(asked: GymAsked) -> Gym:
    case = case_from(asked.case)
    name = strategy_in(case, asked.strategy)
    found = gym_of(case.treatment_of(name).exercise)
    return Gym(
        strategy=name,
        each=[ActivityDone(activity=_held(one), alone=_sum(alone)) for one, alone in found.each],
        together=_sum(found.together),
        months_to_full_load=stage_ends()[-1] / DAYS_PER_MONTH,
        known=[_known(one) for one in _ways(standard())],
    )


def _held(one: Activity) -> ActivityHeld:
    return ActivityHeld(
        name=one.name,
        category=one.category,
        spine=one.load[Site.LUMBAR_SPINE],
        hip=one.load[Site.TOTAL_HIP],
        cycles_per_minute=one.cycles_per_minute,
        falls_benefit=one.falls_benefit,
        caution=one.caution,
        source=one.source,
        confidence=one.confidence,
    )


def _sum(one: Trained) -> TrainingSum:
    return TrainingSum(
        load={str(site): load for site, load in one.load.items()},
        resistance_minutes=one.resistance,
        balance_minutes=one.balance,
    )


def _ways(model: Model) -> list[Mechanism]:
    """Return the mechanisms by which training acts: those that take it, or read what it strains."""
    takers = [
        giver_of(model, quantity.name)
        for quantity in (MECHANICAL_LOAD, RESISTANCE_TRAINING, BALANCE_TRAINING)
    ]
    readers = [
        equation.mechanism
        for place in places(MECHANICAL_STIMULUS)
        for equation in readers_of(model)[Key(MECHANICAL_STIMULUS.name, place)]
    ]
    found = {one.name: one for one in (*takers, *readers)}
    return [one for one in found.values() if plain_sentences(one)]


def _known(one: Mechanism) -> WhatIsKnown:
    return WhatIsKnown(
        title=heading_of(one).title,
        grade=str(one.grade),
        grade_means=one.grade.meaning,
        words=plain_sentences(one),
    )
