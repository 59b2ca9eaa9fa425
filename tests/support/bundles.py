"""FHIR bundles and tables of one patient, to be read whole or broken in one place."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

PATIENT = {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1964-03-01"}
NECK = {"coding": [{"system": "http://snomed.info/sct", "code": "29627003"}]}

TABLE = """\
patient,date,measure,value,unit
A12,,birth_date,1964-03-01,
A12,,sex,female,
A12,2026-02-11,bmd_lumbar_spine,0.915,g/cm2
A12,2026-02-11,t_score_total_hip,-0.9,
A12,2026-02-20,77370-5,48,ng/mL
A12,2026-02-20,weight,68,kg
"""


def observed(code: str, value: float, unit: str, day: str = "2026-02-11", **more: Any) -> Any:
    """Return an observation by its LOINC code."""
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": day,
        "valueQuantity": {
            "value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit,
        },
        **more,
    }  # fmt: skip


RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
DAILY = {"repeat": {"frequency": 1, "period": 1, "periodUnit": "d"}}


def dosage(value: float = 1.0, unit: str = "mg", timing: Any = DAILY) -> Any:
    """Return how a drug is taken."""
    quantity = {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit}
    return {"timing": timing, "doseAndRate": [{"doseQuantity": quantity}]}


def ordered(code: str = "84857", name: str = "anastrozole", **more: Any) -> Any:
    """Return an order of a drug by its RxNorm code."""
    return {
        "resourceType": "MedicationRequest",
        "status": "active",
        "intent": "order",
        "medicationCodeableConcept": {
            "coding": [{"system": RXNORM, "code": code, "display": name}]
        },
        "subject": {"reference": "Patient/p"},
        "authoredOn": "2025-11-01",
        "dosageInstruction": [dosage()],
        **more,
    }


def stated(atc: str, name: str, **more: Any) -> Any:
    """Return a statement that a drug is taken, by its ATC code."""
    return {
        "resourceType": "MedicationStatement",
        "status": "active",
        "medicationCodeableConcept": {
            "coding": [{"system": "http://www.whocc.no/atc", "code": atc, "display": name}]
        },
        "subject": {"reference": "Patient/p"},
        "effectivePeriod": {"start": "2025-06-15"},
        "dosage": [dosage()],
        **more,
    }


def diseased(system: str, code: str, **more: Any) -> Any:
    """Return a condition."""
    return {
        "resourceType": "Condition",
        "code": {"coding": [{"system": system, "code": code}]},
        "subject": {"reference": "Patient/p"},
        "onsetDateTime": "2021-05-04",
        **more,
    }


def bundle(*resources: Any) -> dict[str, Any]:
    """Return a bundle of the patient and some resources."""
    entries = [{"resource": copy.deepcopy(one)} for one in (PATIENT, *resources)]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def whole() -> dict[str, Any]:
    """Return a bundle with a value of every kind."""
    return bundle(
        observed("24966-4", 0.915, "g/cm2"),
        observed("24701-5", 0.702, "g/cm2", bodySite=NECK),
        observed("38264-8", -0.9, "1"),
        observed("41171-0", 450, "pg/mL", "2026-02-20T08:15:00Z"),
        observed("62292-8", 19.2, "ng/mL", "2026-02-20"),
        observed("17861-6", 9.54, "mg/dL", "2026-02-20"),
        observed("98979-8", 78, "mL/min/{1.73_m2}", "2026-02-20"),
        observed("29463-7", 68, "kg", "2026-02-20"),
        observed("24966-4", 0.902, "g/cm2", "2027-04-01"),
    )


def saved(content: Any, folder: Path, name: str = "bundle.json") -> Path:
    """Write a bundle to a file."""
    file = folder / name
    file.write_text(json.dumps(content), "utf-8")
    return file
