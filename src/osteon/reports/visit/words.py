"""How the report writes: sentences, lists, numbers with true minus signs and units in print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_MINUS: Final = re.compile(r"(?<![\w.])-(?=\d)")
_PRINTED: Final = {"cm2": "cm²", "/day": " a day"}


def sentence(words: str) -> str:
    """Return words with a capital at the beginning and a full stop at the end."""
    start = words[:1] if words[1:2].isupper() else words[:1].upper()
    return f"{start}{words[1:].rstrip('.')}."


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def printed(words: str) -> str:
    """Return words as print has them: '0.915 g/cm2' with its square, a minus as a minus."""
    for written, shown in _PRINTED.items():
        words = words.replace(written, shown)
    return _MINUS.sub("−", words)


def count(percent: float) -> str:
    """Return how many of a hundred, with a decimal where they are few."""
    return f"{percent:.0f}" if percent >= 9.95 else f"{percent:.1f}"


def share(part: float) -> str:
    """Return a share in percent, never as certain."""
    if part > 0.99:
        return "more than 99 %"
    return "less than 1 %" if part < 0.01 else f"{100 * part:.0f} %"
