"""`POST /api/pathway`: the map of what happens inside, and what happens on it month by month."""

from __future__ import annotations

import numpy as np
from fastapi import APIRouter
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, JsonValue

from osteon.interventions.drug import Drug
from osteon.language import Case
from osteon.model.influences import giver_of
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.pathway.arrangement import bands_of
from osteon.reports.pathway.chart import Chart, Influence, chart_of
from osteon.reports.pathway.course import Played, play
from osteon.reports.wording import name_of
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR
from osteon.web.asked import case_from
from osteon.web.own import OwnDesk
from osteon.web.rounded import rounded

router = APIRouter(tags=["explanation"])
_STILL = 1e-6
_DIGITS = 4
_PEOPLE_READ = {"1/day": ("% a year", 100 * DAYS_PER_YEAR), "day": ("years", 1 / DAYS_PER_YEAR)}


class PathwayAsked(BaseModel):
    """A case, and the site at which it is looked at."""

    model_config = ConfigDict(extra="forbid")

    case: dict[str, JsonValue]
    site: Site = Site.LUMBAR_SPINE


class PathwayNode(BaseModel):
    """A quantity of the map.

    Attributes
    ----------
    reference:
        Its level in the reference state of this person; zero where a ratio has no meaning.
    grade:
        How well the mechanism that gives it is supported.
    """

    name: str
    label: str
    meaning: str
    unit: str
    reference: float
    grade: str


class PathwayBand(BaseModel):
    """Quantities that stand side by side; bands stand from what is done to what is measured."""

    name: str
    nodes: list[PathwayNode]


class PathwayInfluence(BaseModel):
    """One quantity acting on another.

    Attributes
    ----------
    raises:
        Whether more of the cause means more of the effect; None where it never moved.
    mechanisms, grade:
        Through whom, and the weakest of their grades.
    """

    cause: str
    effect: str
    raises: bool | None
    mechanisms: list[str]
    grade: str


class PathwayCourse(BaseModel):
    """The map under one strategy.

    Attributes
    ----------
    strategy:
        Its name; None for doing only what is usual.
    levels:
        Each quantity month by month, in its own unit.
    pushes:
        How hard each influence pushes, in the order of `influences`: the logarithm of what it does
        to the effect against reference, or the difference where the reference is zero.
    """

    strategy: str | None
    levels: dict[str, list[float]]
    pushes: list[list[float]]


class Pathway(BaseModel):
    """The map of the typical person of a case, and what happens on it."""

    site: Site
    months: list[float]
    bands: list[PathwayBand]
    influences: list[PathwayInfluence]
    courses: list[PathwayCourse]


@router.post("/pathway")
async def pathway(asked: PathwayAsked, desk: OwnDesk) -> Pathway:
    """Draw what acts on what from the model's own equations, with levels and fluxes by month."""
    return await desk.do(lambda: drawn(case_from(asked.case), asked.site))


def drawn(case: Case, site: Site) -> Pathway:
    """Return the map of a case at a site.

    Raises
    ------
    InputError
        If the case cannot be simulated.
    """
    chart = chart_of(standard(), site)
    played = play(chart.model, current_layer(), case, chart)
    shown = {name for name in chart.names if _takes_part(played, name)}
    kept = [
        place
        for place, one in enumerate(chart.influences)
        if one.cause in shown and one.effect in shown
    ]
    return Pathway(
        site=site,
        months=_rounded(played.months),
        bands=[
            PathwayBand(name=band.name, nodes=[_node(played, one) for one in band.quantities])
            for band in bands_of(chart, shown)
        ],
        influences=[_influence(played, place) for place in kept],
        courses=[
            PathwayCourse(
                strategy=course.strategy,
                levels={
                    name: _rounded(course.levels[name] * _scale(chart, name))
                    for name in sorted(shown)
                },
                pushes=[_rounded(course.pushes[place] * _stretch(played, place)) for place in kept],
            )
            for course in played.courses
        ],
    )


def _takes_part(played: Played, name: str) -> bool:
    """Return whether a quantity belongs on the map: of what could be done only what is done."""
    model = played.chart.model
    if name not in model.roster.taker and not isinstance(giver_of(model, name), Drug):
        return True
    rest = played.reference[name]
    return any(np.any(np.abs(one.levels[name] - rest) > _STILL) for one in played.courses)


def _node(played: Played, name: str) -> PathwayNode:
    model = played.chart.model
    quantity, giver = model.roster.quantity(name), giver_of(model, name)
    drug = giver.drug if isinstance(giver, Drug) else None
    return PathwayNode(
        name=name,
        label=drug or name_of(model, played.chart.key(name)),
        meaning=quantity.meaning,
        unit=_PEOPLE_READ.get(quantity.unit, (quantity.unit, 1.0))[0],
        reference=_digits(played.reference[name] * _scale(played.chart, name)),
        grade=str(giver.grade),
    )


def _influence(played: Played, place: int) -> PathwayInfluence:
    one = played.chart.influences[place]
    return PathwayInfluence(
        cause=one.cause,
        effect=one.effect,
        raises=_raises(played, one, place),
        mechanisms=[mechanism.name for mechanism in one.mechanisms],
        grade=str(one.grade),
    )


def _raises(played: Played, influence: Influence, place: int) -> bool | None:
    """Return whether pushes go the way of their cause, over all months and courses."""
    rest = played.reference[influence.cause]
    agreed = sum(
        float(np.sum(course.pushes[place] * (course.levels[influence.cause] - rest)))
        for course in played.courses
    )
    return None if abs(agreed) < _STILL * _STILL else agreed > 0


def _scale(chart: Chart, name: str) -> float:
    """Return by what a level is multiplied to stand in the unit that people read."""
    unit = chart.model.roster.quantity(name).unit
    return _PEOPLE_READ.get(unit, (unit, 1.0))[1]


def _stretch(played: Played, place: int) -> float:
    """Return the scale of a push: that of its effect where it is a difference, not a logarithm."""
    effect = played.chart.influences[place].effect
    return 1.0 if played.reference[effect] > 0 else _scale(played.chart, effect)


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return rounded(values, _DIGITS)


def _digits(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
