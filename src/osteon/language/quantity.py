"""Numbers with their units: '62 years', '-4.1 %', '0.915 g/cm2', '3 per week'.

A quantity is read into one fixed unit (days for every time). A bare number is refused wherever a
unit is needed, because a guess could be wrong by a factor of thousands; so is a number that no
person can have.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from osteon.errors import InputError, UnitError
from osteon.language.chemistry import conversion
from osteon.language.wording import Wording, shown

NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"

_LEADING_NUMBER = re.compile(rf"({NUMBER})\s*(.*)", re.DOTALL)
_WORD = r"(?:%|[A-Za-zµμ]+)(?:\*\*|\^)?[23²³]?"
_UNIT = re.compile(rf"(?:(?:/|per\b)\s*)?{_WORD}(?:\s*(?:/|\*|·|\bper\b)\s*{_WORD})*")
_UNSAID = re.compile(r"\b(BCE|creatinine)\b|/\s*1\.73\s*m(?:2|²|\^2)")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]")


def split(written: str) -> tuple[float, str]:
    """Return the number and the unit of a quantity; the unit is '' where none is written.

    Raises
    ------
    InputError
        If it does not begin with a finite number, or what follows is no unit.
    """
    text = " ".join(written.replace("\N{MINUS SIGN}", "-").split())
    if _COMMA.match(text):
        raise InputError(f"'{shown(text)}' has a comma; write numbers like 1200 or 4.1")
    found = _LEADING_NUMBER.fullmatch(text)
    if found is None or len(text) > 80:
        raise InputError(f"'{shown(text)}' does not begin with a number")
    unit = _UNSAID.sub("", found[2]).strip()
    if unit and not _UNIT.fullmatch(unit):
        raise UnitError(f"'{shown(unit)}' is not a unit")
    number = float(found[1])
    if not math.isfinite(number):
        raise InputError(f"{shown(text)} is not a finite number")
    return number, unit.replace("^", "**")


@dataclass(frozen=True)
class Measured(Wording[float]):
    """A quantity that is kept in one unit.

    Parameters
    ----------
    unit:
        The unit of the float inside ('day', 'mg/day'; '' for a pure number).
    usual:
        The unit in which people write it ('years'); '' where a bare number is right.
    low, high:
        The plausible range, in the usual unit.
    typical:
        A good number for an example, in the usual unit.
    substance:
        What is measured, where mass and amount may be turned into each other.
    bare:
        Whether a bare number is understood to be in the usual unit.
    """

    unit: str
    usual: str
    low: float
    high: float
    typical: float
    substance: str | None = None
    bare: bool = False

    @property
    def example(self) -> str:
        """Return a good way to write it."""
        return self._told(self.typical)

    def read(self, written: Any) -> float:
        """Return the number in the unit inside.

        Raises
        ------
        UnitError
            If the unit is missing, unknown or of the wrong kind.
        InputError
            If it is no number, or outside the plausible range.
        """
        number, unit = self._parts(written)
        if not unit and self.usual and not self.bare:
            good = self._told(number) if self.low <= number <= self.high else self.example
            good = self.example if self.unit == "dimensionless" else good
            raise UnitError(f"{shown(written)} has no unit; write it with one, such as '{good}'")
        value = number * self._factor(unit or self.usual, written)
        slack = 1e-9 * abs(value)
        scale = self._factor(self.usual, written)
        if not self.low * scale - slack <= value <= self.high * scale + slack:
            span = f"{self.low:g} to {self._told(self.high)}"
            raise InputError(f"{shown(written)} is outside the plausible range, {span}")
        return value

    def write(self, value: float) -> Any:
        """Return words that mean exactly this value, in the usual unit where that is exact."""
        scale = self._factor(self.usual, value)
        number = float(f"{value / scale:.15g}")
        exact = number * scale == value
        if self.bare or not self.usual:
            return number if exact else value / scale
        if not exact:
            return f"{value!r} {self.unit}"
        return f"{int(number) if number.is_integer() else number!r} {self.usual}"

    def described(self) -> dict[str, Any]:
        """Return what an editor should know: a number, or text with a unit."""
        if not self.usual:
            return {"type": "number", "minimum": self.low, "maximum": self.high}
        text = {"type": "string", "examples": [self.example]}
        return {"anyOf": [{"type": "number"}, text]} if self.bare else text

    def _parts(self, written: Any) -> tuple[float, str]:
        if isinstance(written, str):
            try:
                return split(written)
            except InputError as fault:
                raise type(fault)(f"{fault.message}; write for example '{self.example}'") from fault
        if isinstance(written, bool) or not isinstance(written, int | float):
            good = f"write for example '{self.example}'"
            raise InputError(f"'{shown(written)}' is not a quantity; {good}")
        if not math.isfinite(written):
            good = f"write for example '{self.example}'"
            raise InputError(f"{written} is not a finite number; {good}")
        return float(written), ""

    def _factor(self, unit: str, written: Any) -> float:
        if unit == self.unit:
            return 1.0
        if not self.usual:
            good = f"write for example '{self.example}'"
            raise UnitError(f"'{shown(written)}' has a unit, and this is a plain number; {good}")
        try:
            return conversion(unit, self.unit, self.substance)
        except UnitError as fault:
            known = "cannot be turned" not in fault.message
            what = fault.message if known else f"'{unit}' does not measure this"
            raise UnitError(f"{what}; write for example '{self.example}'") from fault

    def _told(self, number: float) -> str:
        gap = "" if not self.usual else " "
        return f"{number:.10g}{gap}{self.usual}"
