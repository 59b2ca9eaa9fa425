"""How much of a nutrient a person is told to take in, when it is too much, and what is proven.

The figures stand in `reference_intakes.yaml`, each with its source and how it was read. They are
for healthy people by sex and age; no disease and no drug changes them here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from osteon.language.person import Person
from osteon.language.yaml_text import own_table
from osteon.vocabulary.units import DAYS_PER_YEAR

ALL_SOURCES: Final = "all sources"
SUPPLEMENTS: Final = "supplements"


@dataclass(frozen=True)
class ReferenceIntake:
    """What is said of a nutrient for one person.

    Attributes
    ----------
    unit:
        The unit of both amounts.
    kind:
        RDA, adequate intake, or 'none set'.
    recommended, limit:
        The amounts a day; None where none is set.
    limited:
        What the limit counts: 'all sources' or 'supplements'.
    source:
        Where the amounts stand.
    on_bone, trials:
        What randomized trials found more of it does to bone, and which.
    """

    nutrient: str
    unit: str
    kind: str
    recommended: float | None
    limit: float | None
    limited: str
    source: str
    on_bone: str
    trials: str


def reference_intakes(person: Person) -> dict[str, ReferenceIntake]:
    """Return what is said of every nutrient of the table, for a person's sex and age."""
    return {name: _for(person, name, row) for name, row in _table().items()}


def _for(person: Person, name: str, row: dict[str, Any]) -> ReferenceIntake:
    return ReferenceIntake(
        name,
        row["unit"],
        row["kind"],
        _amount(person, row.get("recommended", [])),
        _amount(person, row.get("limit", [])),
        row.get("of", ALL_SOURCES),
        row["source"],
        row["on_bone"],
        row["trials"],
    )


def _amount(person: Person, rows: list[dict[str, Any]]) -> float | None:
    years = person.age / DAYS_PER_YEAR
    for row in rows:
        right_sex = row.get("sex", person.sex) == person.sex
        if right_sex and row.get("from", 0) <= years < row.get("below", float("inf")):
            return float(row["amount"])
    return None


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("reference_intakes.yaml")
    table: dict[str, dict[str, Any]] = own_table(path)
    return table
