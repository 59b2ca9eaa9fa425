"""One question for the visit, with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """Something to ask.

    Attributes
    ----------
    about:
        What it concerns: a drug, a strategy, or what always matters.
    asked:
        The question.
    why:
        The reason, in a sentence or two.
    source:
        Where the reason is written; '' where it follows from this forecast.
    grave:
        Whether a rule forbids what was simulated.
    """

    about: str
    asked: str
    why: str
    source: str = ""
    grave: bool = False
