"""What is forecast: one table at the horizon, and in sentences what differs and how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.plotting.bmd import scores_of
from osteon.plotting.style import percent_with_limits, signed
from osteon.reports.visit.words import count, share
from osteon.strategies.compare import Change, Comparison, Difference, compare
from osteon.strategies.forecast import Forecast
from osteon.strategies.outcome import Outcome
from osteon.vocabulary.site import Site
from osteon.vocabulary.span import span_in_words

_FRACTURES: Final = ("fracture_major_osteoporotic", "fracture_hip")
_WORTH_TELLING: Final = 0.5
"""Percentage points of BMD below the end."""
_TOLD: Final = ("bmd_lumbar_spine", "bmd_total_hip")


@dataclass(frozen=True)
class Cell:
    """One number of the table with its interval, and a second line."""

    middle: str
    limits: str
    below: str = ""


@dataclass(frozen=True)
class Row:
    """One strategy in the table."""

    strategy: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Foretold:
    """What is forecast.

    Attributes
    ----------
    years:
        How far, in words.
    titles:
        Heads of the columns after the first.
    rows:
        One for each strategy.
    sentences:
        Where bone is lowest on the way, and what differs between the first strategy and each other.
    reading:
        How the numbers are to be read, in sentences.
    """

    years: str
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    sentences: tuple[str, ...]
    reading: str


def foretold_of(forecast: Forecast) -> Foretold:
    """Return what a forecast says at its horizon."""
    comparison = compare(forecast)
    fractures = [kind for kind in _FRACTURES if kind in forecast.fractures]
    titles = [Site(endpoint.removeprefix("bmd_")).label for endpoint in DXA_ENDPOINTS]
    titles += ["major fracture" if "major" in kind else "hip fracture" for kind in fractures]
    rows = [_row(comparison, outcome, fractures) for outcome in forecast]
    return Foretold(
        span_in_words(float(forecast.months[-1])),
        tuple(title[0].upper() + title[1:] for title in titles),
        tuple(rows),
        (*_lowest(forecast), *_differences(comparison)),
        " ".join(_reading(forecast, bool(fractures))),
    )


def _row(comparison: Comparison, outcome: Outcome, fractures: Sequence[str]) -> Row:
    last = comparison.months[-1]
    own = [
        one for one in comparison.changes if one.strategy == outcome.strategy and one.month == last
    ]
    person = comparison.forecast.case.person
    cells = [_bmd(one, scores_of(person, _site(one.endpoint)) is not None) for one in own]
    return Row(outcome.strategy, (*cells, *(_fracture(outcome, kind) for kind in fractures)))


def _site(endpoint: str) -> Site:
    return Site(endpoint.removeprefix("bmd_"))


def _bmd(one: Change, measured: bool) -> Cell:
    middle, _, limits = percent_with_limits(*one.change).partition(" (")
    score = one.t_score
    below = f"T {signed(score.median, 1)} ({signed(score.low, 1)} to {signed(score.high, 1)})"
    seen = " *" if one.detectable else ""
    return Cell(f"{middle}{seen}", limits.rstrip(")"), below if measured else "")


def _fracture(outcome: Outcome, kind: str) -> Cell:
    series = outcome.fracture(kind)
    low, high = count(float(series.low[-1])), count(float(series.high[-1]))
    return Cell(f"{count(float(series.mean[-1]))} in 100", f"{low} to {high}")


def _lowest(forecast: Forecast) -> Iterator[str]:
    """Yield where the spine is lowest, where that is neither at the beginning nor at the end."""
    for outcome in forecast:
        spine = outcome["bmd_lumbar_spine"].change
        place = int(np.argmin(spine.median))
        if place and spine.median[-1] - spine.median[place] > _WORTH_TELLING:
            month = float(spine.months[place])
            yield (
                f"Under “{outcome.strategy}” the spine is lowest after {_around(month)}: "
                f"{percent_with_limits(*spine.at(month))}."
            )


def _around(month: float) -> str:
    """Return a time in months, or in years with a decimal where they are many."""
    return f"{month:g} months" if month < 24 else f"{month / 12:.2g} years"


def _differences(comparison: Comparison) -> Iterator[str]:
    """Yield what each further strategy does against the first, spine and hip in one sentence."""
    first, last = comparison.forecast.strategies[0], comparison.months[-1]
    for name in comparison.forecast.strategies[1:]:
        told = [
            one
            for one in comparison.differences
            if (one.strategy, one.versus) == (name, first)
            and one.month == last
            and one.endpoint in _TOLD
        ]
        spine, hip = (_points(one) for one in told)
        yield (
            f"Against “{first}”, “{name}” ends {spine} at the spine and {hip} at the total hip; "
            f"it leaves more bone at the spine in {share(told[0].share_better)} of the simulated "
            "versions of this person."
        )


def _points(one: Difference) -> str:
    much = one.difference
    way = "higher" if much.median >= 0 else "lower"
    low, high = (signed(value, 1) for value in (much.low, much.high))
    return f"{abs(much.median):.1f} percentage points of BMD {way} ({low} to {high})"


def _reading(forecast: Forecast, fractures: bool) -> Iterator[str]:
    yield (
        f"Lines are the middle, bands and brackets the central 95 % of {forecast.members} possible "
        "versions of this person; they hold what is not known of the biology, how people differ "
        "and, of bone density, how far the model may be off, not the error of the next scan."
    )
    yield "A star marks a change that two scans could tell from none."
    if fractures:
        yield (
            "A major fracture is one of hip, forearm or shoulder, or of a vertebra that is felt. "
            "Fractures are those of a hundred people like this one, death being a rival; an "
            "estimate for research, not FRAX."
        )
    else:
        yield "Fractures are not forecast in men."
