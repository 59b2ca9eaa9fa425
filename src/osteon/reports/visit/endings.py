"""How long each bone drug is meant to be taken, and what its end means.

Bisphosphonates stay in bone and go on acting for years. What denosumab and drugs that build bone
have gained is lost within a year or two unless another drug follows; where one does, it is named.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

from osteon.guidance.courses import Course, courses_of, named
from osteon.guidance.denosumab_exit import LATEST
from osteon.reports.visit.question import Question
from osteon.reports.visit.words import listed
from osteon.strategies.forecast import Forecast

_WAITING: Final = ("denosumab", "anabolic")
_ABOUT: Final = "The end of a treatment"


def endings(forecast: Forecast) -> Iterator[Question]:
    """Yield how long bone drugs are meant to be taken: those that need another, those that stay."""
    case = forecast.case
    taken = {name: courses_of(case.treatment_of(name)) for name in forecast.strategies}
    waiting = _drugs(_WAITING, taken.values())
    if waiting:
        asked = f"How long {_are(waiting)} meant to be taken, and what follows?"
        yield Question(_ABOUT, asked, _why_another(waiting, taken))
    staying = _drugs(("bisphosphonate",), taken.values())
    if staying:
        why = (
            "A bisphosphonate goes on acting for years after the last dose; how long it is given "
            "is weighed against rare harms."
        )
        yield Question(_ABOUT, f"How long {_are(staying)} meant to be taken?", why)


def _drugs(groups: Iterable[str], taken: Iterable[tuple[Course, ...]]) -> list[str]:
    found = [one.drug for courses in taken for group in groups for one in named(courses, group)]
    return list(dict.fromkeys(found))


def _are(drugs: list[str]) -> str:
    return f"{'is' if len(drugs) == 1 else 'are'} {listed(drugs)}"


def _why_another(waiting: list[str], taken: dict[str, tuple[Course, ...]]) -> str:
    """Return what is lost without another drug, and which one follows in which strategy."""
    lost = (
        f"What {listed(waiting, 'or')} has gained is lost within a year or two of the last dose "
        "unless another drug follows."
    )
    told = [
        f"Under “{name}” {listed(drugs)} {'follows' if len(drugs) == 1 else 'follow'}."
        for name, courses in taken.items()
        if (drugs := _following(courses))
    ]
    return " ".join([lost, *told])


def _following(courses: tuple[Course, ...]) -> list[str]:
    """Return the drugs against resorption that take over where the last of the others ends."""
    first = [one for group in _WAITING for one in named(courses, group)]
    end = max((one.end for one in first), default=math.inf)
    later = [
        one.drug
        for one in named(courses, "antiresorptive")
        if one not in first and one.begin <= end + LATEST and one.end > end
    ]
    return list(dict.fromkeys(later))
