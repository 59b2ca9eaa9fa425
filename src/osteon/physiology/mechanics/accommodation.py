"""Accommodation: bone gets used to a load that lasts; what is new, not what is usual, counts."""

from osteon.mechanism import Equations, Mechanism, Reading, log
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mechanics import ACCOMMODATION


class Accommodation(Mechanism):
    """The part of the strain that no longer stimulates.

        d A / dt = (share * log(stimulus) - A) / span

    So a training program gains most in its first year, and its gain fades when it ends.
    """

    grade = Grade.C
    owns = (ACCOMMODATION,)

    def reference(self, p: Reading) -> Equations:
        return {ACCOMMODATION: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        usual = p.share * log(now.mechanical_stimulus)
        return {ACCOMMODATION: (usual - now.accommodation) / p.span}
