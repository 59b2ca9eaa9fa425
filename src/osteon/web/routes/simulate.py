"""`POST /api/simulate`: every strategy of a case, month by month, with its uncertainty."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from osteon.people.endpoint import label_of
from osteon.strategies.forecast import Forecast
from osteon.strategies.in_words import phrases
from osteon.strategies.outcome import Outcome
from osteon.strategies.series import Series
from osteon.strategies.simulate import simulate
from osteon.vocabulary.site import Site
from osteon.web.asked import Asked
from osteon.web.work import desk

router = APIRouter(tags=["forecast"])


class Band(BaseModel):
    """A course: the middle and the central 95 % of all members, month by month."""

    label: str
    unit: str
    median: list[float]
    low: list[float]
    high: list[float]


class Course(BaseModel):
    """What happens under one strategy: what is done, in words, and every endpoint."""

    name: str
    doing: list[str]
    series: dict[str, Band]


class Simulated(BaseModel):
    """The forecast of a case.

    Attributes
    ----------
    months:
        The months of all courses.
    courses:
        One for each strategy, in the order of the case.
    notes:
        What limits the forecast, in sentences.
    layer, seed, members:
        What it was made with.
    """

    months: list[float]
    courses: list[Course]
    notes: list[str]
    layer: str | None
    seed: int
    members: int


@router.post("/simulate")
async def simulated(asked: Asked) -> Simulated:
    """Forecast every strategy of a case."""
    return await desk.do(lambda: _forecast(asked))


def _forecast(asked: Asked) -> Simulated:
    case = asked.described()
    forecast = simulate(case, members=asked.members, seed=asked.seed, followed=asked.followed)
    return Simulated(
        months=forecast.months.tolist(),
        courses=[_course(forecast, outcome) for outcome in forecast],
        notes=list(forecast.notes),
        layer=forecast.layer.name if forecast.layer else None,
        seed=forecast.seed,
        members=forecast.members,
    )


def _course(forecast: Forecast, outcome: Outcome) -> Course:
    series = {name: _band(label_of(name), outcome[name]) for name in forecast.endpoints}
    for site in Site:
        label = f"T-score {site.replace('_', ' ')}"
        series[f"t_score_{site}"] = _band(label, outcome.t_score(site))
    doing = list(phrases(forecast.case.strategies[outcome.strategy]))
    return Course(name=outcome.strategy, doing=doing, series=series)


def _band(label: str, series: Series) -> Band:
    return Band(
        label=label,
        unit=series.unit,
        median=_rounded(series.median),
        low=_rounded(series.low),
        high=_rounded(series.high),
    )


def _rounded(values: object) -> list[float]:
    """Return numbers with the six digits that a picture or a table can use."""
    return [float(f"{value:.6g}") for value in values]  # type: ignore[attr-defined]
