"""IGF-1: the growth factor of the liver that calls osteoblasts and follows what protein allows."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT
from osteon.vocabulary.quantities.nutrition import IGF1, IGF1_PRODUCTION


class InsulinLikeGrowthFactor(Mechanism):
    """Serum IGF-1, relative to reference, and what it does.

        d I / dt = turnover (production - I)
        osteoblast_recruitment fold = I ^ on_recruitment

    Protein acts on the production. Leaves out: growth hormone, insulin, the fall with age (which
    the aging of osteoblasts holds already).
    """

    grade = Grade.B
    owns = (IGF1,)
    opens = (IGF1_PRODUCTION,)
    modifies = (OSTEOBLAST_RECRUITMENT,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {IGF1: p.turnover * (now.igf1_production - now.igf1)}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OSTEOBLAST_RECRUITMENT: now.igf1**p.on_recruitment}
