"""Resorption beside that of untreated women after menopause: what markers add to a risk."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import RESORPTION_EXCESS


class TurnoverForAge(Mechanism):
    """Resorption relative to that of the women in whom incidence was counted.

        resorption_excess = skeletal_resorption / usual

    Assumes: one usual level from menopause on.
    """

    grade = Grade.C
    defines = (RESORPTION_EXCESS,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {RESORPTION_EXCESS: now.skeletal_resorption / p.usual}
