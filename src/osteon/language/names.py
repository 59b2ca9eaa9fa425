"""The names a description may use, and free text.

A name that is not known is answered with the nearest one that is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from osteon.errors import InputError, UnknownNameError, nearest
from osteon.language.drugs import DRUGS, ROUTES
from osteon.language.other_names import OTHER_NAMES
from osteon.language.wording import Wording, printable, shown


@dataclass(frozen=True)
class Named(Wording[str]):
    """One of a few fixed names.

    Parameters
    ----------
    kind:
        What the names stand for, in the singular ('drug').
    known:
        The names.
    other:
        Other names that people write, each with the fixed one.
    """

    kind: str
    known: tuple[str, ...]
    other: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def example(self) -> str:
        """Return the first name."""
        return self.known[0]

    def read(self, written: Any) -> str:
        """Return the name as it is fixed, whatever its capitals.

        Raises
        ------
        UnknownNameError
            If it is none of the known names.
        """
        if not isinstance(written, str):
            raise UnknownNameError(
                f"'{shown(written)}' is not a {self.kind}; {nearest('', self.known)}"
            )
        name = " ".join(written.lower().split())
        name = self.other.get(name, name)
        if name not in self.known:
            raise UnknownNameError.of(self.kind, shown(written), self.known)
        return name

    def write(self, value: str) -> str:
        """Return the name."""
        return value

    def described(self) -> dict[str, Any]:
        """Return the names an editor may offer."""
        return {"type": "string", "enum": list(self.known)}


@dataclass(frozen=True)
class FreeText(Wording[str]):
    """Any text that is not empty."""

    longest: int = 10_000

    def read(self, written: Any) -> str:
        """Return the text without the space around it.

        Raises
        ------
        InputError
            If it is empty, too long, a list or mapping, or holds half a character.
        """
        if isinstance(written, bool) or not isinstance(written, str | int | float | date):
            raise InputError(f"'{shown(written)}' is not text; put it in quotes if it is meant so")
        text = str(written).strip()
        if not text:
            raise InputError("the text is empty; write it, or leave the line out")
        if len(text) > self.longest:
            raise InputError(f"the text is longer than {self.longest} characters")
        if printable(text) != text:
            raise InputError(f"'{shown(text)}' holds half a character; write the whole one")
        return text

    def write(self, value: str) -> str:
        """Return the text."""
        return value


@dataclass(frozen=True)
class Counted(Wording[int]):
    """A count of whole things, at least `low` and at most `high`."""

    low: int
    high: int

    @property
    def example(self) -> str:
        """Return a possible count."""
        return str(max(self.low, 1))

    def read(self, written: Any) -> int:
        """Return the count.

        Raises
        ------
        InputError
            If it is not a whole number in the range.
        """
        if isinstance(written, bool) or not isinstance(written, int | float | str):
            raise InputError(f"'{shown(written)}' is not a whole number")
        try:
            number = float(written)
        except ValueError as fault:
            raise InputError(f"'{shown(written)}' is not a whole number") from fault
        if not (self.low <= number <= self.high) or number != int(number):
            span = f"{self.low} to {self.high}"
            raise InputError(
                f"{shown(written)} is not a whole number in the plausible range, {span}"
            )
        return int(number)

    def write(self, value: int) -> int:
        """Return the count."""
        return value

    def described(self) -> dict[str, Any]:
        """Return the range for an editor."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class YesOrNo(Wording[bool]):
    """A plain yes or no."""

    @property
    def example(self) -> str:
        """Return one of the two words."""
        return "no"

    def read(self, written: Any) -> bool:
        """Return whether it is yes.

        Raises
        ------
        InputError
            If it is neither yes nor no.
        """
        meaning = {"yes": True, "true": True, "no": False, "false": False}
        if isinstance(written, bool):
            return written
        if isinstance(written, str) and written.strip().lower() in meaning:
            return meaning[written.strip().lower()]
        raise InputError(f"'{shown(written)}' is neither yes nor no")

    def write(self, value: bool) -> bool:
        """Return the truth itself."""
        return value

    def described(self) -> dict[str, Any]:
        """Return the kind for an editor."""
        return {"type": "boolean"}


Text = Annotated[str, FreeText()]
Flag = Annotated[bool, YesOrNo()]
DrugName = Annotated[str, Named("drug", DRUGS, OTHER_NAMES)]
RouteName = Annotated[str, Named("route", ROUTES)]
