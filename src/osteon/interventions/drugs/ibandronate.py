"""Ibandronate by mouth: a bisphosphonate, swallowed daily or once a month."""

from osteon.interventions.bisphosphonate import Bisphosphonate
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import BISPHOSPHONATE_LOAD
from osteon.vocabulary.quantity import Quantity

IBANDRONATE = Quantity("ibandronate", "mg", "Ibandronate on the surface of bone.", "A_{ibn}")
IBANDRONATE_BURIED = Quantity(
    "ibandronate_buried", "mg", "Ibandronate covered by new bone.", "B_{ibn}"
)
IBANDRONATE_DOSE = Quantity("ibandronate_dose", "mg/day", "Ibandronate taken a day.", "u_{ibn}")
_LEAST_BY_MOUTH = 0.5  # mg a day


class Ibandronate(Bisphosphonate):
    """Between risedronate and alendronate in its hold on bone.

    d surface / dt = uptake * dose + resurfacing * buried - (burial + loss) surface
    """

    drug = "ibandronate"
    route = "oral"
    usual = "150 mg once a month"
    highest = "50 mg daily, 150 mg monthly"
    highest_from = "label, cancer in bone (recalled)"
    grade = Grade.A
    dose = IBANDRONATE_DOSE
    surface = IBANDRONATE
    buried = IBANDRONATE_BURIED
    owns = (IBANDRONATE, IBANDRONATE_BURIED)
    takes = (IBANDRONATE_DOSE,)
    modifies = (BISPHOSPHONATE_LOAD,)

    def is_given_so(self, dose: float, every: float) -> bool:
        """Return whether it is: tablets come to milligrams a day."""
        return dose / every >= _LEAST_BY_MOUTH
