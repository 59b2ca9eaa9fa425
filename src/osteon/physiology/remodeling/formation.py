"""Formation: what osteoblasts lay down, mostly where bone was resorbed."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.remodeling import FORMATION_RATE, MODELING_FORMATION


class Formation(Mechanism):
    """Formation relative to the reference state.

        formation = surface ((1 - modeling_share) osteoblasts * activity
                             + modeling_share * modeling)

    Assumes: a fixed share of formation in the reference state waits for no resorption (modeling).
    """

    grade = Grade.B
    defines = (FORMATION_RATE,)
    opens = (MODELING_FORMATION,)

    def values(self, now: Reading, p: Reading) -> Equations:
        remodeled = (1.0 - p.modeling_share) * now.osteoblasts * now.osteoblast_activity
        modeled = p.modeling_share * now.modeling_formation
        return {FORMATION_RATE: now.bone_surface * (remodeled + modeled)}
