"""NTX: a fragment of collagen (N-telopeptide) that resorption sets free."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import NTX


class Ntx(Mechanism):
    """What resorption sets free, and a background that osteoclasts have no part in.

    NTX = usual (background + (1 - background) skeletal_resorption ^ steepness)
    """

    grade = Grade.B
    defines = (NTX,)

    def values(self, now: Reading, p: Reading) -> Equations:
        freed = (1.0 - p.background) * now.skeletal_resorption**p.steepness
        return {NTX: p.usual * (p.background + freed)}
