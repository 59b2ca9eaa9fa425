"""Carboxylation of osteocalcin: what vitamin K does to the protein that binds mineral."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import (
    UNDERCARBOXYLATED_OSTEOCALCIN_SHARE,
    UNDERCARBOXYLATION,
)
from osteon.vocabulary.quantities.remodeling import MINERALIZATION


class OsteocalcinCarboxylation(Mechanism):
    """The undercarboxylated share of osteocalcin, relative to reference, and mineral quality.

        d u / dt = turnover (undercarboxylation - u)
        mineralization fold = ((1 - share * u) / (1 - share)) ^ (leaning - 1)

    The biomarker is sure, the effect on bone is not: large trials saw none, one saw a little. So
    the exponent is centered on zero, and `leaning` is one plus it.
    """

    grade = Grade.B
    owns = (UNDERCARBOXYLATED_OSTEOCALCIN_SHARE,)
    opens = (UNDERCARBOXYLATION,)
    modifies = (MINERALIZATION,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        left = now.undercarboxylation - now.undercarboxylated_osteocalcin_share
        return {UNDERCARBOXYLATED_OSTEOCALCIN_SHARE: p.turnover * left}

    def folds(self, now: Reading, p: Reading) -> Equations:
        carboxylated = 1.0 - p.share * now.undercarboxylated_osteocalcin_share
        return {MINERALIZATION: (carboxylated / (1.0 - p.share)) ** (p.leaning - 1.0)}
