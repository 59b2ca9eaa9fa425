"""What the report says, before it is laid out: the same words for the PDF and the HTML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from osteon.errors import InputError
from osteon.interchange.provenance import provenance_of
from osteon.language.case import Case
from osteon.plotting.style import pen
from osteon.reports.visit.assumed import Assumed, assumed_of
from osteon.reports.visit.foretold import Foretold, foretold_of
from osteon.reports.visit.guidelines import Guidance, guidance_of
from osteon.reports.visit.pictures import pictures_of
from osteon.reports.visit.question import Question
from osteon.reports.visit.questions import questions_of
from osteon.reports.visit.sources import Sources, sources_of
from osteon.reports.visit.words import printed, sentence
from osteon.strategies.forecast import Forecast
from osteon.strategies.in_words import phrases

MOST_STRATEGIES: Final = 6
PURPOSE: Final = (
    "Made to prepare a conversation, for research and teaching: this is a simulation, not a "
    "medical device and not advice, and no treatment is begun, stopped or changed because of it."
)


@dataclass(frozen=True)
class Way:
    """One strategy: its name, what is done in phrases, and how its line is drawn."""

    name: str
    doing: tuple[str, ...]
    color: str
    dashes: tuple[float, ...]


@dataclass(frozen=True)
class Report:
    """The report for a visit.

    Attributes
    ----------
    person:
        Who, in one line; no name.
    assumed:
        What was stated, and what was not.
    ways:
        The strategies.
    pictures:
        Drawings (SVG) of BMD at the three sites.
    foretold:
        What is forecast, as a table and in sentences.
    questions, guidance:
        What to ask, and what guidelines say.
    limits:
        What limits the forecast, in sentences.
    sources:
        Where it all comes from.
    made:
        What it was made with, so that it can be made again.
    purpose:
        What it is for, in one sentence.
    """

    person: str
    assumed: Assumed
    ways: tuple[Way, ...]
    pictures: tuple[str, ...]
    foretold: Foretold
    questions: tuple[Question, ...]
    guidance: Guidance
    limits: tuple[str, ...]
    sources: Sources
    made: str
    purpose: str = PURPOSE


def report_of(forecast: Forecast, made_on: date | None = None) -> Report:
    """Return the report of a forecast.

    Parameters
    ----------
    made_on:
        The day it was made; None: today.

    Raises
    ------
    InputError
        If the case holds more strategies than two pages can show.
    """
    case = forecast.case
    check_strategies(case)
    return Report(
        assumed_of(case).person,
        assumed_of(case),
        tuple(_way(case, name, place) for place, name in enumerate(case.strategies)),
        pictures_of(forecast),
        foretold_of(forecast),
        questions_of(forecast),
        guidance_of(case),
        tuple(map(sentence, forecast.notes)),
        sources_of(forecast),
        _made(forecast, made_on or date.today()),
    )


def check_strategies(case: Case) -> None:
    """Refuse a case whose strategies do not fit on two pages.

    Raises
    ------
    InputError
        If there are too many.
    """
    if len(case.strategies) > MOST_STRATEGIES:
        raise InputError(
            f"strategies: a report of two pages shows at most {MOST_STRATEGIES}, and the case has "
            f"{len(case.strategies)}; keep those to talk about"
        )


def _way(case: Case, name: str, place: int) -> Way:
    color, dashes = pen(place)
    doing = phrases(case.strategies[name]) or ("nothing but what is usual",)
    return Way(
        name, tuple(map(printed, doing)), color, () if dashes == "solid" else tuple(dashes[1])
    )


def _made(forecast: Forecast, day: date) -> str:
    said = provenance_of(forecast)
    layer = f"parameters {said['layer'] or 'from the literature alone'}"
    return (
        f"{day.day} {day:%B %Y} · osteon {said['version']} · {layer} · {said['members']} members, "
        f"seed {said['seed']} · input {str(said['input'])[:12]}"
    )
