"""With age the marrow yields fewer osteoblasts, and ever fewer: cavities stay a little emptier."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT


class OsteoblastAging(Mechanism):
    """Recruitment that falls faster the older a person is.

        osteoblast_recruitment fold = exp(-decline * advance^2 / span * past)
        past = 1 / (1 + exp(-advance / onset))

    advance is age beyond the reference age, before which nothing ages. Women past 85 lose four
    times as much at the hip in a year as at 67 (Ensrud 1995).
    """

    grade = Grade.C
    modifies = (OSTEOBLAST_RECRUITMENT,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        advance = now.age_advance
        aged = advance * advance / p.span / (1.0 + exp(-(advance / p.onset)))
        return {OSTEOBLAST_RECRUITMENT: exp(-(p.decline * aged))}
