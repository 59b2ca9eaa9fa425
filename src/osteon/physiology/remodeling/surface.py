"""Surface: bone is formed on bone, and what is gone offers no place to build on."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.remodeling import BONE_SURFACE


class Surface(Mechanism):
    """Surface for formation, which shrinks as bone is lost.

        surface = bone ^ by_bone

    With an exponent of zero every loss would call for its own repair, and the skeleton would settle
    at one equilibrium; with one a lasting deficit takes the same share of what is left every year.
    Struts that are cut through take their surface with them, those that only get thin keep it.
    In the cortex formation falls further behind the older the bone, as pores merge with the marrow:
    that is why the hip goes on where the spine slows.
    Assumes: osteoclasts find surface enough; what they resorb goes with the bone present.
    """

    grade = Grade.C
    defines = (BONE_SURFACE,)

    def values(self, now: Reading, p: Reading) -> Equations:
        return {BONE_SURFACE: (now.young_bone + now.mature_bone) ** p.by_bone}
