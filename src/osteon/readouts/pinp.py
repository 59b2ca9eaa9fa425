"""PINP (P1NP): cut off procollagen when matrix is made, so young osteoblasts show first."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import PINP


class Pinp(Mechanism):
    """PINP = usual * (early * precursors + (1 - early) * osteoblasts), whole skeleton."""

    grade = Grade.B
    defines = (PINP,)

    def values(self, now: Reading, p: Reading) -> Equations:
        young = p.early * now.skeletal_precursors
        return {PINP: p.usual * (young + (1.0 - p.early) * now.skeletal_osteoblasts)}
