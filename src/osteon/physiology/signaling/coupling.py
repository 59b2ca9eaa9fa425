"""Coupling: resorbed matrix releases TGF-beta and IGF, which call osteoblasts to the same place."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT
from osteon.vocabulary.quantities.signaling import TGF_BETA


class Coupling(Mechanism):
    """Recruitment of osteoblasts by what resorption has released.

        d T / dt = turnover (remodeling_space - T)
        osteoblast_recruitment fold = T ^ strength

    A strength below one is incomplete coupling: more resorption brings more formation, but not as
    much more. That is where bone is lost.
    """

    grade = Grade.B
    owns = (TGF_BETA,)
    modifies = (OSTEOBLAST_RECRUITMENT,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {TGF_BETA: p.turnover * (now.remodeling_space - now.tgf_beta)}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OSTEOBLAST_RECRUITMENT: now.tgf_beta**p.strength}
