"""Goserelin in a depot for three months and more: it releases slowly, and holds as long."""

from osteon.interventions.gnrh_depot import GnrhDepot
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

GOSERELIN_FOR_MONTHS = Quantity(
    "goserelin_for_months", "mg", "Goserelin left in its depot for months.", "A_{g3m}"
)


class GoserelinForMonths(GnrhDepot):
    """Release from a depot of 10.8 mg, a third as fast as from that for a month.

    d depot / dt = dose - release * depot
    """

    drug = "goserelin"
    usual = "10.8 mg every 12 weeks"
    highest = "10.8 mg every 12 weeks"
    highest_from = "label"
    grade = Grade.A
    for_months = True
    lasting = 84.0
    dose = GOSERELIN_FOR_MONTHS
    owns = (GOSERELIN_FOR_MONTHS,)
    modifies = (OVARIAN_STIMULATION,)
