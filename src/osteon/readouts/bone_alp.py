"""Bone alkaline phosphatase: an enzyme of osteoblasts, mature ones more than young."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import BONE_ALP


class BoneAlkalinePhosphatase(Mechanism):
    """BONE_ALP = usual * (early * precursors + (1 - early) * osteoblasts), whole skeleton."""

    grade = Grade.B
    defines = (BONE_ALP,)

    def values(self, now: Reading, p: Reading) -> Equations:
        young = p.early * now.skeletal_precursors
        return {BONE_ALP: p.usual * (young + (1.0 - p.early) * now.skeletal_osteoblasts)}
