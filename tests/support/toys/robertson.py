"""Robertson's three reactions, the classic stiff problem (Hairer and Wanner II, IV.1)."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

FIRST = Quantity("first_substance", "", "What reacts slowly.", "y_1")
SECOND = Quantity("second_substance", "", "What reacts at once.", "y_2")
THIRD = Quantity("third_substance", "", "What is made.", "y_3")


class Toy(Mechanism):
    """Slow, fast and faster.

    d y1 / dt = -slow * y1 + fast * y2 y3
    d y3 / dt = faster * y2^2,   y1 + y2 + y3 = 1
    """

    grade = Grade.D
    owns = (FIRST, SECOND, THIRD)

    def reference(self, p: Reading) -> Equations:
        return {FIRST: 1.0, SECOND: 0.0, THIRD: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        lost = p.slow * now.first_substance
        back = p.fast * now.second_substance * now.third_substance
        made = p.faster * now.second_substance**2
        return {FIRST: back - lost, SECOND: lost - back - made, THIRD: made}
