"""Risedronate: a bisphosphonate that binds bone loosely and leaves it within a year or two."""

from osteon.interventions.bisphosphonate import Bisphosphonate
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import BISPHOSPHONATE_LOAD
from osteon.vocabulary.quantity import Quantity

RISEDRONATE = Quantity("risedronate", "mg", "Risedronate on the surface of bone.", "A_{ris}")
RISEDRONATE_BURIED = Quantity(
    "risedronate_buried", "mg", "Risedronate covered by new bone.", "B_{ris}"
)
RISEDRONATE_DOSE = Quantity("risedronate_dose", "mg/day", "Risedronate taken a day.", "u_{ris}")


class Risedronate(Bisphosphonate):
    """Its effect ends sooner than that of the other bisphosphonates.

    d surface / dt = uptake * dose + resurfacing * buried - (burial + loss) surface
    """

    drug = "risedronate"
    usual = "35 mg once a week"
    highest = "30 mg daily, 150 mg monthly"
    highest_from = "label, Paget's disease and osteoporosis"
    grade = Grade.A
    dose = RISEDRONATE_DOSE
    surface = RISEDRONATE
    buried = RISEDRONATE_BURIED
    owns = (RISEDRONATE, RISEDRONATE_BURIED)
    takes = (RISEDRONATE_DOSE,)
    modifies = (BISPHOSPHONATE_LOAD,)
