"""How far a plan is: a share of the whole, and what is being looked at, told before each step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Tell = Callable[[float, str], None]
"""Takes the share that is done (0 to 1) and what comes next, in words."""

EFFECTS: Final = (0.05, 0.45)
IN_FULL: Final = (0.50, 0.70)
SHOWN: Final = (0.72, 1.0)
"""Between which shares of the whole each long part of a plan lies: what it costs, about."""


def silent(_: float, __: str) -> None:
    """Tell nobody."""


def part(tell: Tell, between: tuple[float, float], stage: str) -> Tell:
    """Return who is told of a part as a share of the whole, its stage before its words."""
    begin, end = between

    def told(share: float, words: str) -> None:
        tell(begin + (end - begin) * share, f"{stage}, {words}")

    return told
