"""What a sign expects, in a few fixed sentences.

    rises [by at least 2 %]                  the number is above zero, or above the margin
    falls [by at least 2 %]
    stays within 1 %                         about zero: nothing happens, or it is back
    is between -5 % and -3 %                 the number lies in a published range
    is above the other [by at least 2 %]     the number is above the next one, and so on
    is below the other [by at least 2 %]
    is like the other within 1 %

Margins are in percent, or in percentage points where two changes in percent are compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from osteon.errors import InputError
from osteon.language.quantity import NUMBER
from osteon.language.wording import Wording, shown

_FORMS = {
    "rises": "by at least",
    "falls": "by at least",
    "stays": "within",
    "is above the other": "by at least",
    "is below the other": "by at least",
    "is like the other": "within",
}
_RANGE = re.compile(rf"is between (?P<low>{NUMBER}) ?% and (?P<high>{NUMBER}) ?%")
_SENTENCE = re.compile(
    rf"(?P<verb>{'|'.join(_FORMS)})(?: (?P<word>by at least|within) (?P<margin>{NUMBER}) ?%)?"
)


@dataclass(frozen=True)
class Expectation:
    """What should happen.

    Attributes
    ----------
    verb:
        One of the sentences above, without its margin.
    margin:
        In percent or percentage points, zero or more.
    middle:
        What the number is held against: zero, or the middle of a range.
    """

    verb: str
    margin: float = 0.0
    middle: float = 0.0

    @property
    def compares(self) -> bool:
        """Return whether it holds one number against others."""
        return self.verb.endswith("the other")

    def holds(self, numbers: Sequence[float]) -> bool:
        """Return whether the numbers do what is expected: one number, or each against the next."""
        steps = [one - other for one, other in pairwise(numbers)] if self.compares else numbers
        return all(self._holds(step) for step in steps)

    def _holds(self, step: float) -> bool:
        if self.verb == "is between":
            return abs(step - self.middle) <= self.margin
        if self.verb in ("stays", "is like the other"):
            return abs(step) <= self.margin
        along = step if self.verb in ("rises", "is above the other") else -step
        return along > 0.0 and along >= self.margin


class Expected(Wording[Expectation]):
    """An expectation in words: 'falls by at least 2 %'."""

    @property
    def example(self) -> str:
        """Return a good sentence."""
        return "falls by at least 2 %"

    def read(self, written: Any) -> Expectation:
        """Return the expectation.

        Raises
        ------
        InputError
            If it is none of the sentences, or has a margin of the wrong kind.
        """
        text = " ".join(str(written).lower().split())
        if (limits := _RANGE.fullmatch(text)) is not None:
            return _between(float(limits["low"]), float(limits["high"]))
        found = _SENTENCE.fullmatch(text)
        if found is None:
            known = ", ".join(f"'{verb}'" for verb in _FORMS)
            raise InputError(
                f"'{shown(text)}' is not an expectation; begin with {known}, and write for "
                f"example '{self.example}'"
            )
        verb, word, margin = found["verb"], found["word"], float(found["margin"] or 0.0)
        right = _FORMS[verb]
        if (word or "by at least") != right:
            raise InputError(f"'{verb}' is said with '{right}'; write '{verb} {right} 2 %'")
        if margin < 0.0:
            raise InputError(f"the margin {margin:g} is below zero; write its size alone")
        return Expectation(verb, margin)

    def write(self, value: Expectation) -> str:
        """Return the sentence."""
        if value.verb == "is between":
            low, high = value.middle - value.margin, value.middle + value.margin
            return f"is between {low:g} % and {high:g} %"
        if not value.margin:
            return value.verb
        return f"{value.verb} {_FORMS[value.verb]} {value.margin:g} %"


def _between(low: float, high: float) -> Expectation:
    if low >= high:
        raise InputError(f"the range begins with {low:g} and ends with {high:g}; swap the two")
    return Expectation("is between", (high - low) / 2.0, (low + high) / 2.0)
