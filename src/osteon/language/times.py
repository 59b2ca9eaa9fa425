"""Points in time: 'month 0', 'month -30', 'day 14', 'week 6', 'year 2', or a date.

Month 0 is the first day of the plan; what came before is negative. Points are kept in days. A date
can be placed only when the description gives `start`, the date of month 0: while a case or trial
with a start is read, `day_zero` holds it.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final

from osteon.errors import InputError, UnitError
from osteon.language.quantity import NUMBER, Measured
from osteon.language.wording import Wording, shown
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

day_zero: ContextVar[date | None] = ContextVar("day_zero", default=None)

POINT: Final = rf"(?:(?:day|week|month|year)\s+{NUMBER}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"

_DAYS = {"day": 1.0, "week": 7.0, "month": DAYS_PER_MONTH, "year": DAYS_PER_YEAR}
_NAMED_POINT = re.compile(rf"(day|week|month|year)\s+({NUMBER})")
_FARTHEST = 100 * DAYS_PER_YEAR
_GOOD = "write for example 'month 12'"
_OFTEN = {
    "daily": 1.0,
    "weekly": 7.0,
    "monthly": DAYS_PER_MONTH,
    "yearly": DAYS_PER_YEAR,
    "every other day": 2.0,
}
_TWICE = re.compile(r"twice (daily|weekly|monthly|yearly)")
_TIMES_PER = re.compile(r"(once|twice|[1-9][0-9]?)(?: times)? (?:per|a|each) (day|week|month|year)")
_EVERY = Measured("day", "months", 0.001, 600, 6)


@dataclass(frozen=True)
class Moment(Wording[float]):
    """A point in time, in days from month 0."""

    @property
    def example(self) -> str:
        """Return a good point in time."""
        return "month 12"

    def read(self, written: Any) -> float:
        """Return the point in days from month 0.

        Raises
        ------
        UnitError
            If it is a bare number.
        InputError
            If it is not a point in time, or more than a century away.
        """
        if isinstance(written, date):
            return self._within(_days_to(written), written)
        if isinstance(written, int | float) and not isinstance(written, bool):
            raise UnitError(f"{written} does not say of what; {_GOOD}")
        text = " ".join(str(written).lower().replace("\N{MINUS SIGN}", "-").split())
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return self._within(_days_to(CalendarDate().read(text)), written)
        found = _NAMED_POINT.fullmatch(text)
        if found is None:
            raise InputError(f"'{shown(written)}' is not a point in time; {_GOOD}")
        return self._within(float(found[2]) * _DAYS[found[1]], written)

    def write(self, value: float) -> Any:
        """Return the point as a whole month where it is one, else as a day."""
        month = round(value / DAYS_PER_MONTH)
        return f"month {month}" if month * DAYS_PER_MONTH == value else f"day {value!r}"

    def _within(self, days: float, written: Any) -> float:
        if not abs(days) <= _FARTHEST:
            raise InputError(f"'{shown(written)}' is more than 100 years away from month 0")
        return days


@dataclass(frozen=True)
class MonthNumber(Moment):
    """A visit, in months from month 0: a bare number is a month."""

    def read(self, written: Any) -> float:
        """Return the months from month 0; raises as a point in time does."""
        if isinstance(written, int | float) and not isinstance(written, bool):
            return self._within(float(written) * DAYS_PER_MONTH, written) / DAYS_PER_MONTH
        return super().read(written) / DAYS_PER_MONTH

    def write(self, value: float) -> Any:
        """Return the number of the month."""
        return int(value) if value.is_integer() else value

    def described(self) -> dict[str, Any]:
        """Return the kinds for an editor: a number, or a point in time."""
        return {"anyOf": [{"type": "number"}, {"type": "string", "examples": [self.example]}]}


@dataclass(frozen=True)
class Interval(Wording[float]):
    """How often something happens, as the days from one time to the next."""

    @property
    def example(self) -> str:
        """Return a good interval."""
        return "6 months"

    def read(self, written: Any) -> float:
        """Return the days between two times.

        Raises
        ------
        InputError
            If it is not an interval, or not longer than zero.
        """
        text = " ".join(str(written).lower().split()) if isinstance(written, str) else written
        if not isinstance(text, str):
            return _EVERY.read(text)
        if twice := _TWICE.fullmatch(text):
            return _OFTEN[twice[1]] / 2
        if times := _TIMES_PER.fullmatch(text):
            number = {"once": 1, "twice": 2}.get(times[1]) or int(times[1])
            return _DAYS[times[2]] / number
        text = text.removeprefix("once ")
        if text in _OFTEN:
            return _OFTEN[text]
        text = text.removeprefix("every ")
        return _DAYS[text] if text in _DAYS else _EVERY.read(text)

    def write(self, value: float) -> Any:
        """Return the interval in whole months, weeks or days where it is one of them."""
        for unit, days in (("month", DAYS_PER_MONTH), ("week", 7.0), ("day", 1.0)):
            number = round(value / days)
            if number * days == value:
                return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
        return f"{value!r} days"


@dataclass(frozen=True)
class CalendarDate(Wording[date]):
    """A date such as 2026-03-01."""

    @property
    def example(self) -> str:
        """Return a good date."""
        return "2026-03-01"

    def read(self, written: Any) -> date:
        """Return the date.

        Raises
        ------
        InputError
            If it is not a date of the calendar.
        """
        if isinstance(written, datetime):
            return written.date()
        if isinstance(written, date):
            return written
        try:
            return date.fromisoformat(str(written).strip())
        except ValueError as fault:
            good = "write year-month-day, such as 2026-03-01"
            raise InputError(f"'{shown(written)}' is not a date; {good}") from fault

    def write(self, value: date) -> str:
        """Return the date as year-month-day."""
        return value.isoformat()


def _days_to(day: date) -> float:
    start = day_zero.get()
    if start is None:
        raise InputError(f"the date {day} needs a first day: add 'start: {day}' at the top")
    return float((CalendarDate().read(day) - start).days)


Point = Annotated[float, Moment()]
Month = Annotated[float, MonthNumber()]
Every = Annotated[float, Interval()]
Date = Annotated[date, CalendarDate()]
