"""Estrogen shortens the life of osteoclasts and lengthens that of osteoblasts."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_DEATH, OSTEOCLAST_DEATH


class EstrogenOnCellSurvival(Mechanism):
    """Estrogen deficit keeps osteoclasts alive and lets osteoblasts die.

    osteoclast_death fold = exp(-osteoclast_survival * deficit)
    osteoblast_death fold = exp(osteoblast_loss * deficit)
    """

    grade = Grade.B
    modifies = (OSTEOCLAST_DEATH, OSTEOBLAST_DEATH)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {
            OSTEOCLAST_DEATH: exp(-(p.osteoclast_survival * now.estrogen_deficit)),
            OSTEOBLAST_DEATH: exp(p.osteoblast_loss * now.estrogen_deficit),
        }
