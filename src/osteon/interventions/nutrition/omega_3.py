"""Omega-3 fatty acids (EPA and DHA): calm inflammation in blood; in bone nothing sure."""

from osteon.mechanism import Equations, Nutrient, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.nutrition import CYTOKINE_PRODUCTION
from osteon.vocabulary.quantity import Quantity

OMEGA_3_INTAKE = Quantity(
    "omega_3_intake", "mg/day", "EPA and DHA taken a day.", r"I_{\omega}", plain="omega-3 intake"
)


class OmegaThree(Nutrient):
    """What EPA and DHA might do to the cytokines of the marrow.

        cytokine_production fold
            = ((half_intake + intake) / (half_intake + usual_intake)) ^ (1 - leaning)

    CTX did not change in trials, so the exponent is centered on zero, and `leaning` is one plus the
    fall of log cytokines.
    """

    grade = Grade.C
    intake = OMEGA_3_INTAKE
    takes = (OMEGA_3_INTAKE,)
    modifies = (CYTOKINE_PRODUCTION,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        more = (p.half_intake + now.omega_3_intake) / (p.half_intake + p.usual_intake)
        return {CYTOKINE_PRODUCTION: more ** (1.0 - p.leaning)}
