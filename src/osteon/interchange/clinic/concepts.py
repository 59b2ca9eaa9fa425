"""Codes of drugs and of diseases that bear on bone: RxNorm, ATC, SNOMED CT and ICD-10.

`concepts.csv` holds them with the word that a case file has for each, and where each was looked up.
A code of ICD-10 stands for all that are written under it: M80.0 is an M80.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_BEGIN = 5
_ICD_10 = "http://hl7.org/fhir/sid/icd-10"


@dataclass(frozen=True)
class Concept:
    """What a code stands for.

    Attributes
    ----------
    kind, name:
        drug and its name, or history and its word, as a case file has them.
    display:
        As in the catalog.
    """

    kind: str
    name: str
    display: str


def concept_of(codeable: Any, kind: str) -> Concept | None:
    """Return what a codeable concept says of a kind; None if none of its codes is known."""
    for coding in (codeable.coding or ()) if codeable is not None else ():
        system, code = str(coding.system or ""), str(coding.code or "")
        code = code.partition(".")[0] if system.startswith(_ICD_10) else code
        found = concepts().get((system, code))
        if found is not None and found.kind == kind:
            return found
    return None


def names_agree(codeable: Any, concept: Concept) -> bool:
    """Return whether what a code is called is what it stands for, by how its name or brand begins.

    A code alone is easily mistyped: what is called otherwise is not taken for the drug.
    """
    called = _plain(words_of(codeable))
    brands = " ".join(re.findall(r"\[(.*?)\]", concept.display))
    known = _plain(f"{concept.name} {brands}").split()
    return any(word[:_BEGIN] in called for word in known if len(word) >= _BEGIN)


def words_of(codeable: Any) -> str:
    """Return what a codeable concept is called, for a message."""
    if codeable is None:
        return "something without a name"
    codings = codeable.coding or ()
    named = [*(one.display for one in codings), codeable.text, *(one.code for one in codings)]
    return str(next((one for one in named if one), "something without a name"))


def is_named(codeable: Any) -> bool:
    """Return whether a concept is called anything beside its code."""
    return bool(codeable.text or any(one.display for one in codeable.coding or ()))


@lru_cache(maxsize=1)
def concepts() -> dict[tuple[str, str], Concept]:
    """Return every concept that is understood, by system and code."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        return {
            (row["system"], row["code"]): Concept(row["kind"], row["name"], row["display"])
            for row in csv.DictReader(stream)
        }


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
