"""Decay with an inflow from outside: x(t) = x0 e^(-kt) + u / k (1 - e^(-kt))."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

LEVEL = Quantity("decaying_level", "mg", "What decays.", "x")
INFLOW = Quantity("decaying_inflow", "mg/day", "What comes in a day.", "u")


class Toy(Mechanism):
    """d x / dt = inflow - loss * x."""

    grade = Grade.D
    owns = (LEVEL,)
    takes = (INFLOW,)

    def reference(self, p: Reading) -> Equations:
        return {LEVEL: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LEVEL: now.decaying_inflow - p.loss * now.decaying_level}
