"""What was found in one person on one day, checked and in the units inside.

A value is refused with its place: where in a file it stands. The ranges are those of a case file:
they catch a wrong unit or a slipped digit, not an unusual person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from osteon.errors import InputError, UnitError, UnknownNameError
from osteon.language import amounts
from osteon.language.endpoints import LEVELS
from osteon.language.person import SITES, Laboratory
from osteon.language.quantity import Measured

LABORATORY = tuple(Laboratory.model_fields)
_METERS: dict[tuple[str, str], Measured] = {
    **{("bmd", site): amounts.BMD for site in SITES},
    **{("t_score", site): amounts.T_SCORE for site in SITES},
    **{("laboratory", name): LEVELS.get(name, amounts.EGFR) for name in LABORATORY},
    ("body", "weight"): amounts.WEIGHT,
    ("body", "height"): amounts.HEIGHT,
}


@dataclass(frozen=True)
class Finding:
    """One value on one day.

    Attributes
    ----------
    kind, name:
        bmd or t_score at a site; laboratory and a value; body and weight or height.
    value:
        In the unit inside.
    day:
        When.
    place:
        Where it stands, for messages.
    """

    kind: str
    name: str
    value: float
    day: date
    place: str

    @property
    def words(self) -> str | float:
        """Return the value as a case file has it, to six digits."""
        words: str | float = _METERS[self.kind, self.name].write(float(f"{self.value:.6g}"))
        return words


def read_finding(
    kind: str, name: str, value: float, unit: str, day: date, value_at: str, unit_at: str
) -> Finding:
    """Return a finding, its value checked.

    Parameters
    ----------
    unit:
        As it is written; UCUM's annotations in braces are left aside.
    value_at, unit_at:
        Where value and unit stand.

    Raises
    ------
    UnitError
        If the unit is missing, unknown or of the wrong kind; with its place.
    InputError
        If no person can have the value; with its place.
    """
    meter = _METERS[kind, name]
    plain = plain_unit(unit)
    try:
        found = meter.read(f"{value!r} {plain}" if plain else value)
    except UnitError as fault:
        raise UnitError(f"{unit_at}: {fault.message}") from fault
    except InputError as fault:
        raise InputError(f"{value_at}: {fault.message}") from fault
    return Finding(kind, name, found, day, value_at)


def kind_of_measure(measure: str) -> tuple[str, str]:
    """Return kind and name of a measure in osteon's words: bmd_total_hip, ctx, weight.

    Raises
    ------
    UnknownNameError
        If it is none; names the nearest.
    """
    for kind, name in _METERS:
        if measure == (f"{kind}_{name}" if kind in ("bmd", "t_score") else name):
            return kind, name
    known = [f"{k}_{n}" if k in ("bmd", "t_score") else n for k, n in _METERS]
    raise UnknownNameError.of("measure", measure, known)


def plain_unit(unit: str) -> str:
    """Return a unit without what UCUM puts in braces and brackets: mL/min/{1.73_m2} is mL/min."""
    text = re.sub(r"\{[^}]*\}", "", unit).replace("[", "").replace("]", "").strip().strip("/")
    return "" if text == "1" else text
