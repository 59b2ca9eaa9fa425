"""Bone answers a raised Wnt signal by making more of its inhibitors: the burst ends, and swings."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import SCLEROSTIN_PRODUCTION
from osteon.vocabulary.quantity import at_each_site

WNT_COMPENSATION = at_each_site(
    "wnt_compensation", "", "Inhibitors made in answer to the Wnt signal of the past.", "S_c"
)


class WntFeedback(Mechanism):
    """Sclerostin that follows the Wnt signal.

        d compensation / dt = (W ^ strength - compensation) / adaptation
        sclerostin_production fold = compensation

    When an antibody against sclerostin is stopped, what was made in answer to it is free: formation
    falls below where it began and resorption rises above it, and bone is lost fast.
    Assumes: sclerostin stands for all inhibitors of Wnt. Leaves out: DKK1 apart.
    """

    grade = Grade.B
    owns = (WNT_COMPENSATION,)
    modifies = (SCLEROSTIN_PRODUCTION,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        called = now.wnt_activity**p.strength
        return {WNT_COMPENSATION: (called - now.wnt_compensation) / p.adaptation}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {SCLEROSTIN_PRODUCTION: now.wnt_compensation}
