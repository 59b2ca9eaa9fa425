"""Days in FHIR resources, which write them as a date, an instant or a period."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any


def day_of(*candidates: Any) -> date | None:
    """Return the first of some values that is a day."""
    for one in candidates:
        if isinstance(one, datetime):
            return one.date()
        if isinstance(one, date):
            return one
    return None


def begin_of(period: Any) -> Any:
    """Return when a period begins; None if there is none."""
    return None if period is None else period.start


def end_of(period: Any) -> Any:
    """Return when a period ends; None if there is none, or it goes on."""
    return None if period is None else period.end
