"""CTX: a fragment of collagen (C-telopeptide) that resorption sets free."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import CTX


class Ctx(Mechanism):
    """What resorption sets free, and a background that osteoclasts have no part in.

    CTX = usual (background + (1 - background) skeletal_resorption ^ steepness)
    """

    grade = Grade.B
    defines = (CTX,)

    def values(self, now: Reading, p: Reading) -> Equations:
        freed = (1.0 - p.background) * now.skeletal_resorption**p.steepness
        return {CTX: p.usual * (p.background + freed)}
