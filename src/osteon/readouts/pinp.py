"""PINP (P1NP): cut off procollagen when matrix is made, so young osteoblasts show first."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import PINP


class Pinp(Mechanism):
    """What young osteoblasts and formation itself set free, and a background outside bone.

    made = early * precursors + (1 - early) formation
    PINP = usual (background + (1 - background) made ^ steepness)
    """

    grade = Grade.B
    defines = (PINP,)

    def values(self, now: Reading, p: Reading) -> Equations:
        made = p.early * now.skeletal_precursors + (1.0 - p.early) * now.skeletal_formation
        return {PINP: p.usual * (p.background + (1.0 - p.background) * made**p.steepness)}
