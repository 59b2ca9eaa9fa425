"""BMD: the mineral of a site as DXA sees it, one law for every site and drug."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import BMD


class BoneMineralDensity(Mechanism):
    """BMD = peak * bone_mineral: the person's peak BMD scaled by the mineral that is left.

    Leaves out: growth of bone width, marrow fat and other sources of DXA error.
    """

    grade = Grade.A
    defines = (BMD,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {BMD: p.peak * now.bone_mineral}
