"""What a person takes now, out of a FHIR MedicationRequest or MedicationStatement.

Only what is active and ordered counts. A dose in milligrams, how often, and since when are read;
where one of them is missing nothing is guessed: the drug is passed over, and told. A dose in a unit
that is no mass, or one that ends before it begins, is refused with its path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from osteon.errors import InputError, UnitError
from osteon.interchange.clinic.concepts import concept_of, is_named, names_agree, words_of
from osteon.interchange.clinic.fhir import path_of
from osteon.interchange.clinic.finding import plain_unit
from osteon.interchange.clinic.moment import begin_of, day_of, end_of
from osteon.language.amounts import DOSE
from osteon.language.times import Interval

Place = tuple[str | int, ...]
ORDERS = ("order", "original-order", "reflex-order", "filler-order", "instance-order")
_PIECE = re.compile(
    r"tab|cap|pill|dragee|piece|dose|patch|puff|drop|vial|amp|syringe", re.IGNORECASE
)
"""How a unit begins that counts pieces: how much is in one is not said."""
_DAYS = {"h": 1.0 / 24.0, "d": 1.0, "wk": 7.0, "mo": 30.4375, "a": 365.25}
"""Days in UCUM's units of time, which FHIR uses."""


@dataclass(frozen=True)
class Taken:
    """A course of a drug that goes on.

    Attributes
    ----------
    drug, dose, every:
        As a case file has them: dose in mg, days from one to the next.
    since, until:
        Its first day and its end, as far as known.
    place:
        Where it stands.
    """

    drug: str
    dose: float
    every: float
    since: date | None
    until: date | None
    place: str

    @property
    def words(self) -> dict[str, Any]:
        """Return the course as a case file has it."""
        words = {"drug": self.drug, "dose": DOSE.write(float(f"{self.dose:.6g}")),
                 "every": Interval().write(self.every)}  # fmt: skip
        when = {"from": self.since, "until": self.until}
        return words | {name: day for name, day in when.items() if day is not None}


def taken(
    resource: Any, where: Place, medications: Mapping[str, Any], notes: list[str]
) -> Taken | None:
    """Return the course of a request or statement; None if there is none, with a note why.

    Parameters
    ----------
    medications:
        The Medication resources of the bundle, by reference.

    Raises
    ------
    UnitError
        If a dose is in a unit that is no mass; with its path.
    InputError
        If a dose or a time cannot be; with its path.
    """
    code = _code_of(resource, medications)
    found = concept_of(code, "drug")
    if found is None:
        notes.append(f"{path_of(where)} ({words_of(code)}) is no drug that osteon knows and was "
                     "passed over")  # fmt: skip
        return None
    missing = _not_taken(resource)
    if missing is None and is_named(code) and not names_agree(code, found):
        missing = f"is called '{words_of(code)}', which its code does not stand for,"
    dosages, name = _dosages(resource)
    if missing is None and len(dosages) != 1:
        missing = "has no dosage" if not dosages else "has several dosages"
    if missing is None and _is_bounded_vaguely(dosages[0]):
        missing = "says how long it is taken in a way that gives no end"
    if missing is None:
        dosage, place = dosages[0], (*where, name, 0)
        dose, every = _dose(dosage, place), _every(dosage, place)
        if dose is not None and every is not None:
            since, until = _times(resource, dosage)
            if since is not None and until is not None and until <= since:
                raise InputError(f"{path_of(where)}: {found.name} ends before it begins")
            return Taken(found.name, dose, every, since, until, path_of(where))
        missing = "does not say how much in mg" if dose is None else "does not say how often"
    notes.append(f"{path_of(where)} ({found.name}) {missing} and was passed over")
    return None


def _code_of(resource: Any, medications: Mapping[str, Any]) -> Any:
    if resource.medicationCodeableConcept is not None:
        return resource.medicationCodeableConcept
    reference = resource.medicationReference
    held = {f"#{one.id}": one for one in resource.contained or ()}
    found = None if reference is None else {**medications, **held}.get(reference.reference)
    return getattr(found, "code", None)


def _not_taken(resource: Any) -> str | None:
    """Return why a drug is not being taken; None if it is."""
    if resource.status != "active":
        return f"is {resource.status}"
    intent = getattr(resource, "intent", "order")
    if intent not in ORDERS:
        return f"is a {intent}, not an order"
    if getattr(resource, "doNotPerform", None):
        return "is not to be given"
    return None


def _dosages(resource: Any) -> tuple[list[Any], str]:
    name = "dosageInstruction" if hasattr(resource, "dosageInstruction") else "dosage"
    return list(getattr(resource, name) or ()), name


def _dose(dosage: Any, where: Place) -> float | None:
    """Return one dose in mg; None if none is given, or in tablets only."""
    rates = dosage.doseAndRate or ()
    quantity = rates[0].doseQuantity if rates else None
    if quantity is None or quantity.value is None:
        return None
    unit = plain_unit(str(quantity.code or quantity.unit or ""))
    if not unit or _PIECE.match(unit):
        return None
    place = path_of((*where, "doseAndRate", 0, "doseQuantity"))
    try:
        return float(DOSE.read(f"{float(quantity.value)!r} {unit}"))
    except UnitError as fault:
        raise UnitError(f"{place}.unit: {fault.message}") from fault
    except InputError as fault:
        raise InputError(f"{place}.value: {fault.message}") from fault


def _every(dosage: Any, where: Place) -> float | None:
    """Return the days from one dose to the next; None if they are not said."""
    repeat = dosage.timing.repeat if dosage.timing is not None else None
    if repeat is None or repeat.period is None or repeat.periodUnit not in _DAYS:
        return None
    frequency = 1 if repeat.frequency is None else int(repeat.frequency)
    days = float(repeat.period) * _DAYS[repeat.periodUnit]
    if days <= 0.0 or frequency <= 0:
        place = path_of((*where, "timing", "repeat"))
        raise InputError(f"{place}: {frequency} times in {days:g} days cannot be")
    return days / frequency


def _times(resource: Any, dosage: Any) -> tuple[date | None, date | None]:
    """Return since when and until when a drug is taken, as far as known."""
    repeat = dosage.timing.repeat
    dispensed = getattr(resource, "dispenseRequest", None)
    periods = [
        getattr(repeat, "boundsPeriod", None),
        getattr(resource, "effectivePeriod", None),
        getattr(dispensed, "validityPeriod", None),
    ]
    since = day_of(
        *(begin_of(one) for one in periods),
        getattr(resource, "effectiveDateTime", None),
        getattr(resource, "authoredOn", None),
    )
    lasting = _lasting(dosage)
    counted = None if since is None or lasting is None else since + timedelta(days=lasting)
    return since, day_of(*(end_of(one) for one in periods[:2]), counted)


def _lasting(dosage: Any) -> float | None:
    """Return for how many days a drug is to be taken; None if that is not said, or in no unit."""
    repeat = dosage.timing.repeat if dosage.timing is not None else None
    duration = getattr(repeat, "boundsDuration", None)
    if duration is None or duration.value is None:
        return None
    unit = _DAYS.get(str(duration.code or duration.unit or ""))
    return None if unit is None else float(duration.value) * unit


def _is_bounded_vaguely(dosage: Any) -> bool:
    """Return whether it says how long a drug is taken, but by a range or without a unit."""
    repeat = dosage.timing.repeat if dosage.timing is not None else None
    if getattr(repeat, "boundsRange", None) is not None:
        return True
    return getattr(repeat, "boundsDuration", None) is not None and _lasting(dosage) is None
