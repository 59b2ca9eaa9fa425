"""Smoking: bone is lost a little faster, year upon year."""

from osteon.mechanism import Equations, Mechanism, Reading, exp, ramp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOBLAST_RECRUITMENT


class Smoking(Mechanism):
    """Osteoblast recruitment fold = exp(-decline * habit * ramp(age beyond the reference age)).

    The difference between smokers and others grows with age, from none before menopause to 6 % of
    BMD at 80. `habit` is the person's own: zero without, one in current smokers.
    Assumes: through formation; the years count, not the cigarettes.
    Leaves out: estradiol, which smoking lowers on hormone therapy; falls.
    """

    grade = Grade.B
    modifies = (OSTEOBLAST_RECRUITMENT,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {
            OSTEOBLAST_RECRUITMENT: exp(-(p.decline * p.habit * ramp(now.age_advance, p.width)))
        }
