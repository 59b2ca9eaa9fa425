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

    A value is that of the scanner that is named, of her usual one where none is, and of the only
    one that measured it then, of which another name puts the scanner right.

    Raises
    ------
    InputError
        If nothing of what is named was measured then, it is not clear by which scanner, or a value
        cannot be understood.
    """
    visits: list[Words] = list(words.get("measurements", ()))
    if not visits:
        raise InputError("nothing was measured since month 0; 'osteon case measure' adds a visit")
    case = Case(**words)
    months = [visit.month for visit in case.measurements]
    month = _month(words, visits[0], measured["month"])
    if month not in months:
        kept = ", ".join(f"{one:g}" for one in sorted(set(months)))
        raise InputError(f"nothing is kept of month {month:g}; visits are kept of month {kept}")
    then = [visits.pop(place) for place in _places(months, month)]
    for name in sorted(set(measured) - set(_OF_A_VISIT)):
        maker = _maker(then, name, measured.get("scanner"), case.person.scanner, month)
        by = measured.get("scanner") or maker
        then = [
            _without(visit, name) if visit.get("scanner", case.person.scanner) == maker else visit
            for visit in then
        ]
        if measured[name] is not None:
            scanner = {} if by == case.person.scanner else {"scanner": by}
            then.append({"month": measured["month"], **scanner, name: measured[name]})
    left = [visit for visit in (*visits, *then) if set(visit) - set(_OF_A_VISIT)]
    return Case(**(words | {"measurements": left}))


def _maker(then: list[Words], name: str, stated: str | None, usual: str, month: float) -> str:
    """Return the maker of the scanner of which a value is meant."""
    makers = {visit.get("scanner", usual) for visit in then if name in visit}
    if not makers:
        known = sorted({one for visit in then for one in visit} - set(_OF_A_VISIT))
        raise InputError(
            f"no {name} is kept of month {month:g}, but {', '.join(known)}; "
            "'osteon case measure' adds what is new"
        )
    if len(makers) == 1:
        return str(makers.pop())
    meant = usual if stated is None else stated
    if meant not in makers:
        raise InputError(
            f"{name} of month {month:g} is kept of several scanners; name one with --scanner: "
            f"{', '.join(sorted(makers))}"
        )
    return meant


def _places(months: list[float], month: float) -> list[int]:
    """Return where a month stands, the last first."""
    return [place for place in reversed(range(len(months))) if months[place] == month]


def _month(words: Words, visit: Words, written: object) -> float:
    """Return a month as the case understands it: a number, 'month 14', or a date."""
    moved = Case(**(words | {"measurements": [visit | {"month": written}]}))
    return moved.measurements[0].month


def _without(visit: Words, name: str) -> Words:
    return {one: value for one, value in visit.items() if one != name}
