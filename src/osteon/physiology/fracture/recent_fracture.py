"""A fracture foretells the next one best in the years that follow it, and something for good."""

from osteon.mechanism import Equations, Mechanism, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_RECENCY


class RecentFracture(Mechanism):
    """Fracture recency fold = 1 + dated (lasting + surplus / (1 + exp(since / waning)) - 1).

    `since` is the time from the last fracture, her age less the age at it. The fold is one where
    nobody said when the fracture was (`dated` zero): the usual ratio is a mean over such women.
    One year after a fracture it makes the next one 2.6 times as likely as in women without, at
    the same BMD; ten years after it 1.5 times.
    Assumes: one course for every bone and age.
    Leaves out: that more is left of it after a vertebra or a hip, and in the old.
    """

    grade = Grade.B
    modifies = (FRACTURE_RECENCY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        since = now.age - p.age_then
        left = p.lasting + p.surplus / (1.0 + exp(since / p.waning))
        return {FRACTURE_RECENCY: 1.0 + p.dated * (left - 1.0)}
