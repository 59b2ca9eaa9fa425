"""What a FHIR Condition says of a person's history: a fracture before, breast cancer.

Only what is confirmed counts. Diseases that no number of the model depends on are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from osteon.interchange.clinic.concepts import concept_of, words_of
from osteon.interchange.clinic.fhir import path_of
from osteon.interchange.clinic.moment import begin_of, day_of

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Had:
    """Something in a person's history.

    Attributes
    ----------
    name:
        The word of a case file.
    day:
        When it was there first, as far as known.
    display, place:
        What it is called, and where it stands.
    """

    name: str
    day: date | None
    display: str
    place: str


def had(condition: Any, where: Place, notes: list[str]) -> Had | None:
    """Return what a condition says; None if nothing, with a note why."""
    found = concept_of(condition.code, "history")
    if found is None:
        notes.append(
            f"{path_of(where)} ({words_of(condition.code)}) is of no use to the model and was "
            "passed over"
        )
        return None
    status = _code_of(condition.verificationStatus) or "confirmed"
    if status != "confirmed":
        notes.append(f"{path_of(where)} ({found.display}) is {status} and was passed over")
        return None
    day = day_of(condition.onsetDateTime, begin_of(condition.onsetPeriod), condition.recordedDate)
    return Had(found.name, day, found.display, path_of(where))


def _code_of(codeable: Any) -> str | None:
    for coding in (codeable.coding or ()) if codeable is not None else ():
        return str(coding.code)
    return None
