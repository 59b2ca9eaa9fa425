"""Alendronate: a bisphosphonate, swallowed weekly, that stays in bone for years."""

from osteon.interventions.bisphosphonate import Bisphosphonate
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import BISPHOSPHONATE_LOAD
from osteon.vocabulary.quantity import Quantity

ALENDRONATE = Quantity("alendronate", "mg", "Alendronate on the surface of bone.", "A_{aln}")
ALENDRONATE_BURIED = Quantity(
    "alendronate_buried", "mg", "Alendronate covered by new bone.", "B_{aln}"
)
ALENDRONATE_DOSE = Quantity("alendronate_dose", "mg/day", "Alendronate taken a day.", "u_{aln}")


class Alendronate(Bisphosphonate):
    """Little is absorbed, half of that binds to bone, and most of it is buried there.

    d surface / dt = uptake * dose + resurfacing * buried - (burial + loss) surface
    """

    drug = "alendronate"
    usual = "70 mg once a week"
    highest = "40 mg daily, 70 mg weekly"
    highest_from = "label, Paget's disease"
    grade = Grade.A
    dose = ALENDRONATE_DOSE
    surface = ALENDRONATE
    buried = ALENDRONATE_BURIED
    owns = (ALENDRONATE, ALENDRONATE_BURIED)
    takes = (ALENDRONATE_DOSE,)
    modifies = (BISPHOSPHONATE_LOAD,)
