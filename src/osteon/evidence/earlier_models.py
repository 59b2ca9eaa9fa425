"""What earlier models answer to the questions of published trials, as a table kept with osteon.

openbonemin    the published model of bone mineral and remodeling, run for each trial's drugs
joerg2022      the published model of postmenopausal osteoporosis and its drugs, at the hip
look_up        a look-up of class means that was given with them, made from other rows

The table (tables/earlier_models.csv) holds one row for each published number. Whoever wrote it
named trials and arms in their own way; a citation stands beside the name.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parent / "tables" / "earlier_models.csv"
EARLIER_MODELS: Final = {
    "openbonemin": "OpenBoneMin",
    "joerg2022": "Jörg 2022",
    "look_up": "Given look-up",
}
"""Columns of answers, and what to call them."""

_SITES: Final = {"bmd_hip": "bmd_total_hip"}


@dataclass(frozen=True)
class EarlierAnswer:
    """One published number, and what earlier models say of it, in percent.

    Attributes
    ----------
    trial, citation, arm, endpoint:
        Of which trial, and what was measured.
    month, since:
        When, and from when the change counts, in months.
    observed:
        The published change.
    answers:
        By model; a model without an answer is not in it.
    a_year:
        Whether all of these numbers are for each year, rather than for the whole time.
    """

    trial: str
    citation: str
    arm: str
    endpoint: str
    month: float
    since: float
    observed: float
    answers: dict[str, float]
    a_year: bool = False


@lru_cache(maxsize=1)
def earlier_answers() -> tuple[EarlierAnswer, ...]:
    """Return every row of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(_read(row) for row in csv.DictReader(lines))


def _read(row: dict[str, str]) -> EarlierAnswer:
    return EarlierAnswer(
        trial=row["trial"],
        citation=row["citation"],
        arm=row["arm"],
        endpoint=_SITES.get(row["endpoint"], row["endpoint"]),
        month=float(row["month"]),
        since=float(row["since"]),
        observed=float(row["observed"]),
        answers={name: float(row[name]) for name in EARLIER_MODELS if row[name]},
        a_year=row["statistic"].startswith("annual"),
    )
