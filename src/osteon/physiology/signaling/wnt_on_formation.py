"""Wnt makes osteoblasts work harder and lets resting surfaces form bone without resorption."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_ACTIVITY
from osteon.vocabulary.quantities.remodeling import MODELING_FORMATION


class WntOnFormation(Mechanism):
    """Formation that answers at once to the Wnt signal.

    osteoblast_activity fold = W ^ on_activity
    modeling_formation fold  = W ^ on_modeling
    """

    grade = Grade.B
    modifies = (OSTEOBLAST_ACTIVITY, MODELING_FORMATION)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {
            OSTEOBLAST_ACTIVITY: now.wnt_activity**p.on_activity,
            MODELING_FORMATION: now.wnt_activity**p.on_modeling,
        }
