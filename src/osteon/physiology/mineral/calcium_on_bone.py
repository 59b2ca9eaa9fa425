"""Matrix can mineralize only with the calcium there is: the last defense of serum calcium."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.remodeling import MINERALIZATION


class CalciumOnBone(Mechanism):
    """Mineralization follows serum calcium.

        mineralization fold = Ca ^ strength

    Within the normal range it hardly moves; in lasting want of calcium osteoid stays soft
    (osteomalacia). Leaves out: phosphate.
    """

    grade = Grade.B
    modifies = (MINERALIZATION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {MINERALIZATION: now.calcium_signal**p.strength}
