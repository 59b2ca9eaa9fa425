"""A level at rest at one; below one it falls ever faster, and below zero it is no number."""

from osteon.mechanism import Equations, Mechanism, Reading, log
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

LEVEL = Quantity("dwindling_level", "", "What runs out.", "z")


class Toy(Mechanism):
    """d z / dt = speed * (log z), which is no number below zero."""

    grade = Grade.D
    owns = (LEVEL,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LEVEL: p.speed * log(now.dwindling_level)}
