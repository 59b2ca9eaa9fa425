"""With age the marrow yields fewer osteoblasts: cavities are refilled a little less each year."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT


class OsteoblastAging(Mechanism):
    """Osteoblast recruitment fold = exp(-decline * age beyond the reference age)."""

    grade = Grade.C
    modifies = (OSTEOBLAST_RECRUITMENT,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OSTEOBLAST_RECRUITMENT: exp(-(p.decline * now.age_advance))}
