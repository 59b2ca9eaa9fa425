"""CTX: a fragment of collagen (C-telopeptide) that resorption sets free."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import CTX


class Ctx(Mechanism):
    """CTX = usual * skeletal_resorption ^ steepness."""

    grade = Grade.B
    defines = (CTX,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {CTX: p.usual * now.skeletal_resorption**p.steepness}
