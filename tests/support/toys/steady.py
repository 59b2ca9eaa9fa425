"""A level that nothing moves from one; it stands last in the list of states."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

LEVEL = Quantity("steady_level", "", "What stays as it is.", "w")


class Toy(Mechanism):
    """d w / dt = return_speed (1 - w)."""

    grade = Grade.D
    owns = (LEVEL,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LEVEL: p.return_speed * (1.0 - now.steady_level)}
