"""The few LOINC codes that osteon reads and writes, and the SNOMED CT codes of body sites.

`loinc.csv` holds them with the unit they are reported in and where each was looked up. A femur code
does not say which part of the femur was scanned; the body site does.

This material contains content from LOINC (loinc.org). LOINC is copyright Regenstrief Institute,
Inc. and the LOINC Committee and is available at no cost under the license at loinc.org/license.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SYSTEM = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
FEMUR = "femur"
_FEMORAL_NECK = {"29627003": "Structure of neck of femur"}
_TOTAL_HIP = {"71341001": "Bone structure of femur"}
SITE_OF_BODY = {
    **dict.fromkeys(_FEMORAL_NECK, "femoral_neck"),
    **dict.fromkeys(_TOTAL_HIP, "total_hip"),
}
"""SNOMED CT codes of body sites; the femur as a whole is read as the total hip."""

NECK_CODING = {"system": SNOMED, "code": "29627003", "display": "Structure of neck of femur"}


@dataclass(frozen=True)
class Code:
    """What a code stands for.

    Attributes
    ----------
    code, display:
        As in LOINC.
    kind:
        bmd, t_score, laboratory or body.
    name:
        The site, the laboratory value, or weight or height, in osteon's words.
    unit:
        The unit it is usually reported in (UCUM).
    """

    code: str
    kind: str
    name: str
    unit: str
    display: str


@lru_cache(maxsize=1)
def codes() -> dict[str, Code]:
    """Return every code that is understood."""
    path = Path(__file__).with_suffix(".csv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    fields = ("code", "kind", "name", "unit", "display")
    return {row["code"]: Code(*(row[field] for field in fields)) for row in rows}
