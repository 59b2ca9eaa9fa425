"""Microarchitecture: struts that are cut through are gone, even where the bone mass comes back."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import (
    CAVITY_FILLING,
    STRENGTH,
    TRABECULAR_CONNECTIVITY,
)


class Microarchitecture(Mechanism):
    """Trabecular connectivity, and the strength that mineral and connectivity give together.

        d connectivity / dt = turnover * perforation * (modeling - resorption * connectivity)
        strength            = mineral ^ by_mineral * connectivity ^ by_connectivity

    Every cavity may cut a strut: the more resorption, the more are cut. Refilling thickens what is
    left and never joins what was cut; only bone formed without resorption (modeling) builds struts,
    so that an antiresorptive regains BMD at once and connectivity over decades.
    How well a cavity is filled is open to others.
    Assumes: cavities of one depth.   Leaves out: cortical porosity.
    """

    grade = Grade.C
    owns = (TRABECULAR_CONNECTIVITY,)
    opens = (CAVITY_FILLING,)
    defines = (STRENGTH,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        lost = now.resorption_rate * now.trabecular_connectivity
        pace = now.bone_turnover * p.perforation
        return {TRABECULAR_CONNECTIVITY: pace * (now.modeling_formation - lost)}

    def values(self, now: Reading, p: Reading) -> Equations:
        structure = now.trabecular_connectivity**p.by_connectivity
        return {STRENGTH: now.bone_mineral**p.by_mineral * structure}
