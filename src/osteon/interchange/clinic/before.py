"""What a person takes and what she has had before month 0, as a case file has them."""

from __future__ import annotations

from datetime import date
from typing import Any

from osteon.interchange.clinic.record import Record


def course_words(record: Record, start: date, notes: list[str]) -> list[dict[str, Any]]:
    """Return the drugs that she takes on the day of month 0, each once.

    A drug that began later, or ended before, is left out and told; of one that is written twice,
    the first.
    """
    courses: list[dict[str, Any]] = []
    for one in record.courses:
        if one.since is not None and one.since > start:
            notes.append(f"{one.drug} was begun on {one.since}, after month 0, and was left out")
        elif one.until is not None and one.until <= start:
            notes.append(f"{one.drug} ended on {one.until}, before month 0, and was left out")
        elif any(one.drug == other["drug"] for other in courses):
            notes.append(f"{one.place} ({one.drug}) is there already and was passed over")
        else:
            if one.since is None:
                notes.append(
                    f"{one.place} ({one.drug}) does not say since when: it counts from month 0; "
                    "write 'from' beside it"
                )
            courses.append(one.words)
    return courses


def history_words(record: Record, start: date, notes: list[str]) -> dict[str, bool]:
    """Return what she has had by the day of month 0."""
    history: dict[str, bool] = {}
    for one in record.history:
        if one.day is not None and one.day > start:
            notes.append(f"{one.display} of {one.day} came after month 0 and was left out")
        else:
            history[one.name] = True
    return history
