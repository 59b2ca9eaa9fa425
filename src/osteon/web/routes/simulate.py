"""`POST /api/simulate`: every strategy of a case, month by month, with its uncertainty."""

from __future__ import annotations

import numpy as np
from fastapi import APIRouter
from numpy.typing import NDArray
from pydantic import BaseModel, Field

from osteon.errors import UnknownNameError
from osteon.language import Case
from osteon.language.endpoints import EVENTS
from osteon.people.endpoint import label_of
from osteon.people.kept import Kept
from osteon.strategies.forecast import Forecast
from osteon.strategies.in_words import phrases
from osteon.strategies.outcome import Outcome
from osteon.strategies.series import Series
from osteon.strategies.simulate import simulate
from osteon.vocabulary.site import Site
from osteon.web.asked import Asked
from osteon.web.cautions import Caution, cautions
from osteon.web.measured import Point, measured
from osteon.web.own import OwnDesk
from osteon.web.rounded import rounded

router = APIRouter(tags=["forecast"])
_DIGITS = 6
_SCORES = {f"t_score_{site}": site for site in Site}


class Band(BaseModel):
    """A course: the middle and the central 95 % of all members, month by month.

    The middle is the median, and of a probability the mean: what is to be expected.
    """

    label: str
    unit: str
    middle: list[float]
    low: list[float]
    high: list[float]


class Course(BaseModel):
    """What happens under one strategy.

    Attributes
    ----------
    doing:
        What is done, in words.
    series:
        Every endpoint that was asked for.
    cautions:
        What rules of safety say of it, the gravest first.
    """

    name: str
    doing: list[str]
    series: dict[str, Band]
    cautions: list[Caution]


class ForecastAsked(Asked):
    """A case, and what of its forecast is wanted.

    Attributes
    ----------
    endpoints:
        Which endpoints; all if not said.
    sketched:
        Nearly the same with a third of the work of solving, for a control that is being moved.
    """

    endpoints: list[str] | None = Field(default=None, max_length=40)
    sketched: bool = False


class Simulated(BaseModel):
    """The forecast of a case.

    Attributes
    ----------
    months:
        The months of all courses.
    courses:
        One for each strategy, in the order of the case.
    points:
        What was measured at month 0 and since.
    notes:
        What limits the forecast, in sentences.
    layer, seed, members:
        What it was made with.
    """

    months: list[float]
    courses: list[Course]
    points: list[Point]
    notes: list[str]
    layer: str | None
    seed: int
    members: int


_BANDS: Kept[Band] = Kept(512)
_CAUTIONS: Kept[list[Caution]] = Kept(32)


@router.post("/simulate")
async def simulated(asked: ForecastAsked, desk: OwnDesk) -> Simulated:
    """Forecast every strategy of a case."""
    return await desk.do(lambda: _forecast(asked))


def _forecast(asked: ForecastAsked) -> Simulated:
    case = asked.described()
    forecast = simulate(
        case,
        members=asked.members,
        seed=asked.seed,
        followed=asked.followed,
        sketched=asked.sketched,
    )
    courses = [_course(forecast, outcome, asked) for outcome in forecast]
    contradicting = [one.visit for one in forecast.update.judged if not one.believed]
    return Simulated(
        months=forecast.months.tolist(),
        courses=courses,
        points=measured(case, courses[0].series, contradicting),
        notes=list(forecast.notes),
        layer=forecast.layer.name if forecast.layer else None,
        seed=forecast.seed,
        members=forecast.members,
    )


def _course(forecast: Forecast, outcome: Outcome, asked: ForecastAsked) -> Course:
    series = {name: _kept_band(forecast, outcome, name) for name in _names(forecast, asked)}
    doing = list(phrases(forecast.case.strategies[outcome.strategy]))
    told = _kept_cautions(forecast.case, outcome.strategy)
    return Course(name=outcome.strategy, doing=doing, series=series, cautions=told)


def _kept_cautions(case: Case, strategy: str) -> list[Caution]:
    """Return what rules say of a strategy, kept while nothing has changed that they look at."""
    key = (case.person, case.usual, case.strategies[strategy], case.horizon)
    return _CAUTIONS.get(key, lambda: cautions(case, strategy))


def _names(forecast: Forecast, asked: ForecastAsked) -> tuple[str, ...]:
    """Return what was asked for: levels, T-scores, fracture risk since month 0 (%)."""
    known = (*forecast.endpoints, *_SCORES, *forecast.fractures)
    for name in asked.endpoints or ():
        if name not in known:
            raise UnknownNameError.of("endpoint", name, known)
    return known if asked.endpoints is None else tuple(dict.fromkeys(asked.endpoints))


def _kept_band(forecast: Forecast, outcome: Outcome, name: str) -> Band:
    """Return a band, kept from the last question if nothing that it follows from has changed."""
    key = (
        outcome.trajectory.mark, name, outcome.scanner, outcome.breast_cancer,
        outcome.months.tobytes(), outcome.weights.tobytes(),
    )  # fmt: skip
    if not outcome.trajectory.mark:
        return _band(_series(forecast, outcome, name))
    return _BANDS.get(key, lambda: _band(_series(forecast, outcome, name)))


def _series(forecast: Forecast, outcome: Outcome, name: str) -> Series:
    if name in _SCORES:
        return outcome.t_score(_SCORES[name])
    return outcome.fracture(name) if name in forecast.fractures else outcome[name]


def _band(series: Series) -> Band:
    return Band(
        label=_label(series.name),
        unit=series.unit,
        middle=_rounded(series.mean if series.name in EVENTS else series.median),
        low=_rounded(series.low),
        high=_rounded(series.high),
    )


def _label(name: str) -> str:
    if name.startswith("t_score_"):
        return "T-score " + name.removeprefix("t_score_").replace("_", " ")
    return label_of(name)


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return rounded(values, _DIGITS)
