"""NTX: a fragment of collagen (N-telopeptide) that resorption sets free."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import NTX


class Ntx(Mechanism):
    """NTX = usual * skeletal_resorption ^ steepness."""

    grade = Grade.B
    defines = (NTX,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {NTX: p.usual * now.skeletal_resorption**p.steepness}
