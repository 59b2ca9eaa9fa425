"""What a quantity is: a name, a unit, a symbol and one plain sentence, declared once.

Mechanisms never import each other; they meet through quantities. Quantities that several mechanisms
share are declared in `osteon.vocabulary.quantities`, a room per field; a quantity that only one
mechanism uses is declared in that mechanism's file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Whether a quantity exists once in a person or at every skeletal site."""

    PERSON = "person"
    SITE = "site"


@dataclass(frozen=True)
class Quantity:
    """A named quantity of the model.

    Parameters
    ----------
    name:
        Full words joined by underscores; no unit and no number.
    unit:
        The unit of its number inside the model; '' for a number relative to the reference state.
    meaning:
        One plain sentence.
    symbol:
        How it is written in mathematics (LaTeX).
    scope:
        Whether it exists once in a person or at every site.
    plain:
        What a reader without training may call it, its number that of the name; '' if it is not
        worth telling such a reader.
    deed:
        What a drug that raises it does, to such a reader: 'binds the brake on bone building'; '' if
        the name of the drug says enough.
    left_over:
        Why more of it is there than what goes on now accounts for, as a sentence goes on after
        'because', with the place {under} for what was done; '' if nothing special.
    """

    name: str
    unit: str
    meaning: str
    symbol: str
    scope: Scope = Scope.PERSON
    plain: str = ""
    deed: str = ""
    left_over: str = ""

    @property
    def label(self) -> str:
        """Return the name in plain words."""
        return self.name.replace("_", " ")

    def __str__(self) -> str:
        return self.name


def at_each_site(
    name: str,
    unit: str,
    meaning: str,
    symbol: str,
    plain: str = "",
    deed: str = "",
    left_over: str = "",
) -> Quantity:
    """Declare a quantity that exists at every skeletal site."""
    return Quantity(name, unit, meaning, symbol, Scope.SITE, plain, deed, left_over)
