"""How an endpoint of a forecast is coded in FHIR: by which LOINC code, unit and body site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from osteon.interchange.clinic.finding import LABORATORY, plain_unit
from osteon.interchange.clinic.loinc import FEMUR, NECK_CODING, SYSTEM, UCUM, Code, codes
from osteon.language.chemistry import conversion

_PLAIN = {"bmd_total_hip": "38261-4", "bmd_femoral_neck": "24701-5"}
"""Codes without a side: a forecast is of no side."""


@dataclass(frozen=True)
class Coded:
    """An endpoint as FHIR has it."""

    endpoint: str
    code: Code

    @classmethod
    def of(cls, endpoint: str) -> Coded | None:
        """Return how an endpoint is coded; None if no code is known for it."""
        if endpoint in _PLAIN:
            return cls(endpoint, codes()[_PLAIN[endpoint]])
        for code in codes().values():
            if endpoint == f"bmd_{code.name}" and code.kind == "bmd":
                return cls(endpoint, code)
            if endpoint == code.name and endpoint in LABORATORY:
                return cls(endpoint, code)
        return None

    def elements(self) -> dict[str, Any]:
        """Return category, code and body site of an observation."""
        imaging = self.code.kind == "bmd"
        concept = {"system": SYSTEM, "code": self.code.code, "display": self.code.display}
        category = {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "imaging" if imaging else "laboratory",
        }
        site = {"bodySite": {"coding": [NECK_CODING]}} if self.code.name == FEMUR else {}
        return {"category": [{"coding": [category]}], "code": {"coding": [concept]}, **site}

    def quantity(self, value: float, unit: str) -> dict[str, Any]:
        """Return a value, given in osteon's unit, in the unit of the code."""
        substance = self.code.name if self.code.kind == "laboratory" else None
        number = value * conversion(unit, plain_unit(self.code.unit), substance)
        return {
            "value": float(f"{number:.4g}"),
            "unit": self.code.unit,
            "system": UCUM,
            "code": self.code.unit,
        }
