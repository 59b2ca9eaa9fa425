"""Risedronate: a bisphosphonate that settles on bone and disarms osteoclasts."""

from osteon.interventions.drug import Drug
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOCLAST_ACTIVITY, OSTEOCLAST_DEATH
from osteon.vocabulary.quantity import Quantity

RISEDRONATE = Quantity("risedronate", "mg", "Risedronate on the bone surface.", "A_{ris}")
RISEDRONATE_DOSE = Quantity("risedronate_dose", "mg/day", "Risedronate taken a day.", "u_{ris}")


class Risedronate(Drug):
    """Uptake on bone, slow release, and effect on osteoclasts that ends with saturation.

        d amount / dt = uptake * dose - release * amount
        effect = amount / (half_effect + amount)
        osteoclast_death fold    = 1 + killing * effect
        osteoclast_activity fold = 1 / (1 + disarming * effect)

    Assumes: one surface pool. Leaves out: what is buried in bone and released over years.
    """

    drug = "risedronate"
    grade = Grade.A
    dose = RISEDRONATE_DOSE
    owns = (RISEDRONATE,)
    takes = (RISEDRONATE_DOSE,)
    modifies = (OSTEOCLAST_DEATH, OSTEOCLAST_ACTIVITY)

    def reference(self, p: Reading) -> Equations:
        return {RISEDRONATE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {RISEDRONATE: p.uptake * now.risedronate_dose - p.release * now.risedronate}

    def folds(self, now: Reading, p: Reading) -> Equations:
        effect = now.risedronate / (p.half_effect + now.risedronate)
        return {
            OSTEOCLAST_DEATH: 1.0 + p.killing * effect,
            OSTEOCLAST_ACTIVITY: 1.0 / (1.0 + p.disarming * effect),
        }
