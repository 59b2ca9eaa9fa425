"""One patient out of a FHIR bundle: DXA and laboratory values, drugs taken now, and history.

Observations of other things, cancelled ones and values below a limit of detection are passed over
and told; whatever could be mistaken is refused with its path: a second patient, an observation of
nobody, a unit that does not fit, a femur of which nobody says which part, a simulated value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from osteon.errors import InputError
from osteon.interchange.clinic.condition import Had, had
from osteon.interchange.clinic.fhir import json_object, path_of, validated
from osteon.interchange.clinic.finding import Finding, read_finding
from osteon.interchange.clinic.loinc import FEMUR, SITE_OF_BODY, SYSTEM, Code, codes
from osteon.interchange.clinic.medication import Taken, taken
from osteon.interchange.clinic.moment import begin_of, day_of
from osteon.interchange.clinic.record import Record
from osteon.interchange.clinic.tag import is_simulated
from osteon.language.yaml_text import read_text

_READ = ("Observation", "Condition", "MedicationRequest", "MedicationStatement")
_MEASURED = ("final", "amended", "corrected")
Place = tuple[str | int, ...]


def read_bundle(path: str | Path) -> Record:
    """Return the patient of a bundle and what was found in her.

    Raises
    ------
    InputError
        If anything in it is invalid, could be mistaken or cannot be true; with its path.
    """
    return bundle_record(read_text(path), str(path))


def bundle_record(text: str, source: str) -> Record:
    """Return the patient of a bundle that is at hand as text; `source` is its name for messages.

    Raises
    ------
    InputError
        If anything in it is invalid, could be mistaken or cannot be true; with its path.
    """
    try:
        return _record(validated(json_object(text, source), source))
    except InputError as fault:
        if fault.source is not None:
            raise
        raise type(fault)(fault.message, source=source) from fault


def _record(bundle: Any) -> Record:
    _refuse_simulated(bundle, ())
    entries = [
        (("entry", place, "resource"), entry.resource, entry.fullUrl)
        for place, entry in enumerate(bundle.entry or ())
        if entry.resource is not None
    ]
    patients = [one for one in entries if _type(one[1]) == "Patient"]
    if not patients:
        raise InputError("Bundle.entry: there is no Patient; whose values are these?")
    if len(patients) > 1:
        raise InputError(f"{path_of(patients[1][0])}: a second patient; give one bundle a person")
    (where, patient, url) = patients[0]
    if patient.birthDate is None:
        raise InputError(f"{path_of((*where, 'birthDate'))}: is missing; age depends on it")
    if not isinstance(patient.birthDate, date):
        raise InputError(
            f"{path_of((*where, 'birthDate'))}: '{patient.birthDate}' is no day; write it in full"
        )
    if patient.gender not in ("female", "male"):
        raise InputError(
            f"{path_of((*where, 'gender'))}: '{patient.gender}' cannot be simulated; the model "
            "knows female and male"
        )
    known = {f"Patient/{patient.id}", url} - {None, "Patient/None"}
    findings: list[Finding] = []
    notes: list[str] = []
    courses: list[Taken | None] = []
    history: list[Had | None] = []
    medications = _medications(entries)
    for where, resource, _ in entries:
        kind = _type(resource)
        if kind not in _READ:
            continue
        _check_subject(resource, where, known)
        _refuse_simulated(resource, where)
        if kind == "Observation":
            findings += _findings(resource, where, notes)
        elif kind == "Condition":
            history.append(had(resource, where, notes))
        else:
            courses.append(taken(resource, where, medications, notes))
    return Record(
        patient.birthDate,
        patient.gender,
        tuple(findings),
        tuple(notes),
        tuple(one for one in courses if one is not None),
        tuple(one for one in history if one is not None),
    )


def _medications(entries: Sequence[tuple[Place, Any, str | None]]) -> dict[str, Any]:
    """Return the medications of a bundle by what others refer to them."""
    found: dict[str, Any] = {}
    for _, resource, url in entries:
        if _type(resource) == "Medication":
            found |= {name: resource for name in (f"Medication/{resource.id}", url) if name}
    return found


def _refuse_simulated(resource: Any, where: Place) -> None:
    if is_simulated(resource):
        raise InputError(
            f"{path_of((*where, 'meta', 'tag'))}: this is simulated; only what was measured can be "
            "read"
        )


def _type(resource: Any) -> str:
    return str(resource.get_resource_type())


def _check_subject(resource: Any, where: Place, known: set[str]) -> None:
    reference = resource.subject.reference if resource.subject is not None else None
    if reference is None:
        raise InputError(f"{path_of((*where, 'subject'))}: is missing; whose is this?")
    if reference not in known:
        raise InputError(
            f"{path_of((*where, 'subject', 'reference'))}: '{reference}' is another patient; give "
            "one bundle a person"
        )


def _findings(observation: Any, where: Place, notes: list[str]) -> Iterator[Finding]:
    """Yield what an observation and its components say."""
    if observation.status not in _MEASURED:
        notes.append(f"{path_of(where)} is {observation.status} and was passed over")
        return
    parts: list[tuple[Any, Place]] = [(observation, where)]
    for number, part in enumerate(observation.component or ()):
        parts.append((part, (*where, "component", number)))
    for part, place in parts:
        code = _code(part)
        if code is not None and (found := _value(part, place, notes)) is not None:
            name = _site(code, observation, where) if code.name == FEMUR else code.name
            day = _day(observation, where)
            yield read_finding(code.kind, name, *found[:2], day, *found[2:])
        elif part.valueQuantity is not None and code is None:
            notes.append(f"{path_of(place)} is of no use to the model and was passed over")


def _code(part: Any) -> Code | None:
    for coding in part.code.coding or ():
        if coding.system == SYSTEM and coding.code in codes():
            return codes()[coding.code]
    return None


def _value(part: Any, where: Place, notes: list[str]) -> tuple[float, str, str, str] | None:
    """Return value and unit, and where each stands; None if there is nothing to read."""
    quantity = part.valueQuantity
    if quantity is None or quantity.value is None:
        if part.dataAbsentReason is None and not getattr(part, "component", None):
            raise InputError(f"{path_of((*where, 'valueQuantity', 'value'))}: is missing")
        return None
    if quantity.comparator is not None:
        notes.append(f"{path_of(where)} lies beyond a limit of detection and was passed over")
        return None
    unit = "code" if quantity.code is not None else "unit"
    return (
        float(quantity.value),
        getattr(quantity, unit) or "",
        path_of((*where, "valueQuantity", "value")),
        path_of((*where, "valueQuantity", "unit" if quantity.unit else unit)),
    )


def _site(code: Code, observation: Any, where: Place) -> str:
    """Return which part of the femur was scanned, as the body site says."""
    site = observation.bodySite
    for coding in (site.coding or ()) if site is not None else ():
        if coding.code in SITE_OF_BODY:
            return SITE_OF_BODY[coding.code]
    text = (site.text or "").lower() if site is not None else ""
    if "neck" in text:
        return "femoral_neck"
    if "hip" in text:
        return "total_hip"
    raise InputError(
        f"{path_of((*where, 'bodySite'))}: {code.code} is a femur; say which part, neck (29627003) "
        "or whole (71341001)"
    )


def _day(observation: Any, where: Place) -> date:
    found = day_of(
        observation.effectiveDateTime,
        observation.effectiveInstant,
        begin_of(observation.effectivePeriod),
    )
    if found is not None:
        return found
    raise InputError(f"{path_of((*where, 'effectiveDateTime'))}: no day is given")
