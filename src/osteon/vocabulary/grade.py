"""How well a mechanism is supported: shown beside every explanation."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """The strength of the evidence behind a piece of biology."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"

    @property
    def meaning(self) -> str:
        """Return what the grade stands for, in words."""
        return _MEANING[self]


_MEANING = {
    Grade.A: "randomized trials on bone",
    Grade.B: "randomized trials on a biomarker, or strong physiology",
    Grade.C: "association or animal work",
    Grade.D: "assumed",
}
