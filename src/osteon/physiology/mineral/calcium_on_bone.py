"""Bone forms and mineralizes only with the calcium there is: the last defense of serum calcium."""

from osteon.mechanism import Equations, Mechanism, Reading, hill
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_ACTIVITY
from osteon.vocabulary.quantities.remodeling import MINERALIZATION


class CalciumOnBone(Mechanism):
    """Mineralization follows serum calcium, and in want of it osteoblasts lay down less matrix.

        mineralization fold      = Ca ^ strength
        osteoblast_activity fold = hill(Ca, half, steepness) / hill(1, half, steepness)

    Within the normal range both hardly move; in lasting want of calcium osteoid stays soft
    (osteomalacia), and what osteoclasts go on setting free is no longer built in again: bone is
    given up, and serum calcium holds. Osteoid alone could not hold it: the more of it waits, the
    more mineralizes, however slowly.
    Leaves out: phosphate.
    """

    grade = Grade.B
    modifies = (MINERALIZATION, OSTEOBLAST_ACTIVITY)

    def folds(self, now: Reading, p: Reading) -> Equations:
        called = hill(now.calcium_signal, p.half, p.steepness)
        usual = 1.0 / (1.0 + p.half**p.steepness)
        return {
            MINERALIZATION: now.calcium_signal**p.strength,
            OSTEOBLAST_ACTIVITY: called / usual,
        }
