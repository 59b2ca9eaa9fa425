"""Pieces of LaTeX: numbers, powers, products, and what needs brackets within what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SUM: Final = 0
PRODUCT: Final = 1
ATOM: Final = 2
ROUND: Final = r"\left({}\right)"


@dataclass(frozen=True)
class Written:
    """LaTeX with how tightly it holds together: a sum, a product, or one thing."""

    text: str
    holds: int = ATOM

    def within(self, holds: int) -> str:
        """Return the text, in brackets where it stands in something tighter than itself."""
        return self.text if self.holds >= holds else ROUND.format(self.text)


def symbol_in_latex(symbol: str) -> Written:
    """Return a symbol; one that is a sum itself ('1 + z') holds together as a sum does."""
    return Written(symbol, SUM if "+ " in symbol or symbol.startswith("-") else ATOM)


def raised(base: Written, exponent: str) -> Written:
    """Return a power, its base in brackets unless it is one thing without a power of its own."""
    atom = base.holds == ATOM and "^" not in base.text
    return Written(f"{{{base.text if atom else ROUND.format(base.text)}}}^{{{exponent}}}")


def beside_each_other(factors: Sequence[str]) -> str:
    """Return a product: a dot where words or numbers meet, a thin space elsewhere."""
    text = ""
    for factor in factors:
        worded = r"\text" in factor + text or factor[0].isdigit()
        text += ("" if not text else r" \cdot " if worded else r"\, ") + factor
    return text


def at_site(site: str) -> str:
    """Return a site as it stands above a symbol."""
    words = site.replace("_", r"\ ")
    return rf"^{{\mathrm{{{words}}}}}"


def number_in_latex(value: float) -> Written:
    """Return a number to six digits."""
    text = f"{value:.6g}"
    if "e" in text:
        digits, _, exponent = text.partition("e")
        return Written(rf"{digits} \cdot 10^{{{int(exponent)}}}", PRODUCT)
    return Written(text, SUM if value < 0 else ATOM)
