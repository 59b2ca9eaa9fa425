"""Yes, no, or not known because something is not stated: logic in three values (Kleene's).

    not known or yes  = yes         not known and no = no         not (not known) = not known

What is not known carries the names of what is missing, so that a rule can say what to state.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Truth:
    """Whether a condition holds; `value` is None where it is not known.

    Attributes
    ----------
    value:
        Yes, no, or None.
    missing:
        What would have to be stated to know; empty where it is known.
    """

    value: bool | None
    missing: frozenset[str] = frozenset()

    def __or__(self, other: Truth) -> Truth:
        """Return whether one of the two holds."""
        if self.value or other.value:
            return YES
        return _joined(self, other, NO)

    def __and__(self, other: Truth) -> Truth:
        """Return whether both hold."""
        if self.value is False or other.value is False:
            return NO
        return _joined(self, other, YES)

    def __invert__(self) -> Truth:
        """Return whether it does not hold."""
        return self if self.value is None else NO if self.value else YES


def _joined(one: Truth, other: Truth, known: Truth) -> Truth:
    missing = one.missing | other.missing
    return Truth(None, missing) if missing else known


YES, NO = Truth(True), Truth(False)
