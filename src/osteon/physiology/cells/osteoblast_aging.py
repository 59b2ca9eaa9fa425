"""With age the marrow yields fewer osteoblasts, and ever fewer: cavities stay a little emptier."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT


class OsteoblastAging(Mechanism):
    """Recruitment that falls faster the older a person is.

    osteoblast_recruitment fold = exp(-decline * advance * advance / span)

    advance is age beyond the reference age. Women past 85 lose four times as much at the hip in a
    year as at 67 (Ensrud 1995).
    """

    grade = Grade.C
    modifies = (OSTEOBLAST_RECRUITMENT,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        aged = now.age_advance * now.age_advance / p.span
        return {OSTEOBLAST_RECRUITMENT: exp(-(p.decline * aged))}
