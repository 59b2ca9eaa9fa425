"""Ibandronate into a vein, every two or three months: all of it reaches the blood."""

from osteon.interventions.bisphosphonate import Bisphosphonate
from osteon.interventions.drug import Delivery
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import BISPHOSPHONATE_LOAD
from osteon.vocabulary.quantity import Quantity

IBANDRONATE_INJECTED = Quantity(
    "ibandronate_injected", "mg", "Injected ibandronate that is not yet lost or buried.", "A_{ibi}"
)
IBANDRONATE_INJECTED_BURIED = Quantity(
    "ibandronate_injected_buried", "mg", "Injected ibandronate covered by new bone.", "B_{ibi}"
)
_LEAST_BY_MOUTH = 0.5  # mg a day


class IbandronateInjections(Bisphosphonate):
    """The kinetics of tablets, counted in milligrams injected.

    d surface / dt = injections + resurfacing * buried - (burial + loss) surface

    Leaves out: that tablets and injections of one person lie on the same bone; their loads multiply
    as if they were two drugs.
    """

    drug = "ibandronate"
    route = "intravenous"
    usual = "3 mg every 3 months"
    highest = "6 mg every 3 weeks"
    highest_from = "label, cancer in bone (recalled)"
    grade = Grade.A
    delivery = Delivery.PULSES
    dose = IBANDRONATE_INJECTED
    surface = IBANDRONATE_INJECTED
    buried = IBANDRONATE_INJECTED_BURIED
    owns = (IBANDRONATE_INJECTED, IBANDRONATE_INJECTED_BURIED)
    modifies = (BISPHOSPHONATE_LOAD,)

    def is_given_so(self, dose: float, every: float) -> bool:
        """Return whether it is: injections come to less than a tenth of a milligram a day."""
        return dose / every < _LEAST_BY_MOUTH
