"""Osteocalcin: a protein of mature osteoblasts, and how much of it lacks vitamin K."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import OSTEOCALCIN, UNDERCARBOXYLATED_OSTEOCALCIN


class Osteocalcin(Mechanism):
    """Total and undercarboxylated osteocalcin of the whole skeleton.

        osteocalcin = usual * osteoblasts
        undercarboxylated_osteocalcin = osteocalcin * share * u

    Leaves out: the kidney, which clears it; that total osteocalcin itself falls a little on vitamin
    K2.
    """

    grade = Grade.B
    defines = (OSTEOCALCIN, UNDERCARBOXYLATED_OSTEOCALCIN)

    def values(self, now: Reading, p: Reading) -> Equations:
        total = p.usual * now.skeletal_osteoblasts
        share = p.share * now.undercarboxylated_osteocalcin_share
        return {OSTEOCALCIN: total, UNDERCARBOXYLATED_OSTEOCALCIN: total * share}
