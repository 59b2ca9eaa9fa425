"""BMD: the mineral of a site as DXA sees it, one law for every site and drug."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import BMD, DXA_OVERLAY


class BoneMineralDensity(Mechanism):
    """The person's peak BMD scaled by the mineral that is left, and what DXA sees beside it.

        BMD = peak * bone_mineral * dxa_overlay

    Leaves out: growth of bone width, marrow fat and other sources of DXA error.
    """

    grade = Grade.A
    defines = (BMD,)
    opens = (DXA_OVERLAY,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {BMD: p.peak * now.bone_mineral * now.dxa_overlay}
