"""What everything that is eaten has in common: an intake that is usual and may be stated otherwise.

A nutrient is found, not listed: its parameter file says under `usual_intake` what people take where
nothing is said and, under `stated`, how a person writes another amount. The words of a diet and the
plan of what is done read it there.
"""

from __future__ import annotations

from typing import ClassVar

from osteon.mechanism.mechanism import Equations, Mechanism
from osteon.mechanism.number import Reading
from osteon.vocabulary.quantity import Quantity


class Nutrient(Mechanism):
    """A mechanism that answers to an intake.

    Attributes
    ----------
    intake:
        The input that it takes; in the reference state it is the parameter `usual_intake`.
    foods:
        The input that what foods hold enters by, where it is another: of an intake by body weight
        foods give grams, whoever eats them.
    """

    intake: ClassVar[Quantity]
    foods: ClassVar[Quantity | None] = None

    def reference(self, p: Reading) -> Equations:
        """Return the usual intake."""
        return {self.intake: p.usual_intake}
