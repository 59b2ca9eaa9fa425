"""Zoledronic acid: a bisphosphonate that is infused and holds on to bone for many years."""

from osteon.interventions.bisphosphonate import Bisphosphonate
from osteon.interventions.drug import Delivery
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.drug_targets import BISPHOSPHONATE_LOAD
from osteon.vocabulary.quantity import Quantity

ZOLEDRONIC_ACID = Quantity(
    "zoledronic_acid", "mg", "Zoledronic acid on the surface of bone.", "A_{zol}"
)
ZOLEDRONIC_ACID_BURIED = Quantity(
    "zoledronic_acid_buried", "mg", "Zoledronic acid covered by new bone.", "B_{zol}"
)


class ZoledronicAcid(Bisphosphonate):
    """A single infusion still holds resorption down after five years.

    d surface / dt = infusions + resurfacing * buried - (burial + loss) surface
    """

    drug = "zoledronic acid"
    usual = "5 mg once a year"
    highest = "8 mg every 3 weeks"
    highest_from = "Rosen 2001, cancer in bone (recalled)"
    lasting = 365.25
    grade = Grade.A
    delivery = Delivery.PULSES
    dose = ZOLEDRONIC_ACID
    surface = ZOLEDRONIC_ACID
    buried = ZOLEDRONIC_ACID_BURIED
    owns = (ZOLEDRONIC_ACID, ZOLEDRONIC_ACID_BURIED)
    modifies = (BISPHOSPHONATE_LOAD,)
