"""Bone alkaline phosphatase: an enzyme of osteoblasts, mature ones more than young."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import BONE_ALP


class BoneAlkalinePhosphatase(Mechanism):
    """The enzyme of young and of working osteoblasts, and a background from the liver.

    made = early * precursors + (1 - early) osteoblasts
    BONE_ALP = usual (background + (1 - background) made ^ steepness)
    """

    grade = Grade.B
    defines = (BONE_ALP,)

    def values(self, now: Reading, p: Reading) -> Equations:
        made = p.early * now.skeletal_precursors + (1.0 - p.early) * now.skeletal_osteoblasts
        return {BONE_ALP: p.usual * (p.background + (1.0 - p.background) * made**p.steepness)}
