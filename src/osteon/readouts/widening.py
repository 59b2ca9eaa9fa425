"""Widening: the neck of the femur grows wider with age, and the same mineral covers more area."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import DXA_OVERLAY


class Widening(Mechanism):
    """Growth of the outer width, by which areal BMD falls at the same mineral.

        dxa_overlay fold = exp(-pace * (age - reference age))

    No drug keeps this part of the loss with age.
    Assumes: an even pace. Leaves out: that it is fastest around menopause and in narrow bones, and
    that a wider bone is a stiffer one.
    """

    grade = Grade.B
    modifies = (DXA_OVERLAY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {DXA_OVERLAY: exp(-(p.pace * now.age_advance))}
