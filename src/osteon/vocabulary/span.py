"""A span of time in the words of whoever plans by it: whole years, whole months, or days.

Months are exact to a thousandth: a horizon of 120 days, 3.94251 months, is told in days.
"""

from __future__ import annotations

from osteon.vocabulary.units import DAYS_PER_MONTH

_LONG = 24.0
"""From how many months on a span is told in years, whole or not."""
_WHOLE = 1e-3


def unit_of(months: float) -> tuple[str, float]:
    """Return in which unit a span is best told ('year', 'month', 'day'), and its months."""
    if months >= _LONG or _whole(months / 12.0):
        return "year", 12.0
    return ("month", 1.0) if _whole(months) else ("day", 1.0 / DAYS_PER_MONTH)


def span_in_words(months: float) -> str:
    """Return '1 year', '2.5 years', '18 months' or '120 days'."""
    unit, one = unit_of(months)
    count = count_of(months, one)
    return f"{count} {unit}{'' if count == '1' else 's'}"


def point_in_words(month: float) -> str:
    """Return 'month 12', or 'day 120' of what lies between two months."""
    return f"month {month:g}" if _whole(month) else f"day {month * DAYS_PER_MONTH:.0f}"


def count_of(months: float, one: float) -> str:
    """Return how many units of `one` month each a span has, days whole."""
    count = months / one
    return f"{count:.0f}" if one < 1.0 else f"{count:.3g}"


def _whole(count: float) -> bool:
    return abs(count - round(count)) < _WHOLE
