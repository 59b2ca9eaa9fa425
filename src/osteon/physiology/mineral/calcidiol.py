"""Calcidiol (25-hydroxyvitamin D): the store that sun and intake fill over weeks."""

from osteon.mechanism import Equations, Nutrient, Reading, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.mineral import CALCIDIOL, REFERENCE_CALCIDIOL, VITAMIN_D_INTAKE


class Calcidiol(Nutrient):
    """Serum calcidiol.

        d D / dt = clearance (basal + ceiling * intake / (half_intake + intake) - D)

    The rise per unit of intake shrinks as intake grows.
    Leaves out: season and body fat.
    """

    grade = Grade.A
    owns = (CALCIDIOL,)
    defines = (REFERENCE_CALCIDIOL,)
    intake = VITAMIN_D_INTAKE
    takes = (VITAMIN_D_INTAKE,)

    def reference(self, p: Reading) -> Equations:
        level = p.basal + p.ceiling * saturation(p.usual_intake, p.half_intake)
        return {CALCIDIOL: level, VITAMIN_D_INTAKE: p.usual_intake}

    def rates(self, now: Reading, p: Reading) -> Equations:
        level = p.basal + p.ceiling * saturation(now.vitamin_d_intake, p.half_intake)
        return {CALCIDIOL: p.clearance * (level - now.calcidiol)}

    def values(self, now: Reading, p: Reading) -> Equations:
        return {
            REFERENCE_CALCIDIOL: p.basal + p.ceiling * saturation(p.usual_intake, p.half_intake)
        }
