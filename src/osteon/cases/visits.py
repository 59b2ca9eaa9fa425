"""What was measured at a visit: each endpoint once, and put right where it was kept wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from osteon.errors import InputError
from osteon.language.case import Case

Words = dict[str, Any]
_OF_A_VISIT = ("month", "scanner")


def with_visit(words: Words, measured: Mapping[str, Any]) -> Case:
    """Return a case with one visit more.

    Raises
    ------
    InputError
        If what is measured cannot be understood, or was measured by the same scanner in that month.
    """
    case = Case(**(words | {"measurements": [*words.get("measurements", ()), measured]}))
    *before, visit = case.measurements
    for other in before:
        twice = sorted(set(other.values) & set(visit.values))
        if twice and (other.month, other.scanner) == (visit.month, visit.scanner):
            raise InputError(
                f"{', '.join(twice)} at month {visit.month:g} is kept already; "
                "'osteon case correct' puts it right"
            )
    return case


def put_right(words: Words, measured: Mapping[str, Any]) -> Case:
    """Return a case with other values in place of those it holds in a month; None takes one back.

    Raises
    ------
    InputError
        If nothing of what is named was measured then, or a value cannot be understood.
    """
    visits: list[Words] = list(words.get("measurements", ()))
    if not visits:
        raise InputError("nothing was measured since month 0; 'osteon case measure' adds a visit")
    months = [visit.month for visit in Case(**words).measurements]
    month = _month(words, visits[0], measured["month"])
    if month not in months:
        kept = ", ".join(f"{one:g}" for one in sorted(set(months)))
        raise InputError(f"nothing is kept of month {month:g}; visits are kept of month {kept}")
    then = [visit for visit, when in zip(visits, months, strict=True) if when == month]
    named = {name for name in measured if name not in _OF_A_VISIT}
    known = sorted({name for visit in then for name in visit if name not in _OF_A_VISIT})
    for name in sorted(named - set(known)):
        raise InputError(
            f"no {name} is kept of month {month:g}, but {', '.join(known)}; "
            "'osteon case measure' adds what is new"
        )
    others = [_without(visit, named) if visit in then else visit for visit in visits]
    new = {name: value for name, value in measured.items() if value is not None}
    for visit in then:
        new = {"scanner": visit["scanner"]} | new if "scanner" in visit else new
    left = [visit for visit in (*others, new) if set(visit) - set(_OF_A_VISIT)]
    return Case(**(words | {"measurements": left}))


def _month(words: Words, visit: Words, written: object) -> float:
    """Return a month as the case understands it: a number, 'month 14', or a date."""
    moved = Case(**(words | {"measurements": [visit | {"month": written}]}))
    return moved.measurements[0].month


def _without(visit: Words, names: set[str]) -> Words:
    return {name: value for name, value in visit.items() if name not in names}
