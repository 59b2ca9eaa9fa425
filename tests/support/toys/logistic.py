"""Logistic growth: x(t) = 1 / (1 + (1 / x0 - 1) e^(-kt))."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

LEVEL = Quantity("logistic_level", "", "What grows until it is one.", "x")


class Toy(Mechanism):
    """d x / dt = growth * x (1 - x)."""

    grade = Grade.D
    owns = (LEVEL,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LEVEL: p.growth * now.logistic_level * (1.0 - now.logistic_level)}
