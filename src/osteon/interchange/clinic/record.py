"""One patient, and all that files say of her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from osteon.interchange.clinic.condition import Had
from osteon.interchange.clinic.finding import Finding
from osteon.interchange.clinic.medication import Taken


@dataclass(frozen=True)
class Record:
    """One patient, and all that was found.

    Attributes
    ----------
    birth, sex:
        Who.
    findings:
        In the order in which they were read.
    notes:
        What was passed over, in sentences.
    courses:
        The drugs that she takes now.
    history:
        What she has had.
    """

    birth: date
    sex: str
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    courses: tuple[Taken, ...] = ()
    history: tuple[Had, ...] = ()
