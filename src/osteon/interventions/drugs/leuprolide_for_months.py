"""Leuprolide in a depot for three months and more: it releases slowly, and holds as long."""

from osteon.interventions.gnrh_depot import GnrhDepot
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

LEUPROLIDE_FOR_MONTHS = Quantity(
    "leuprolide_for_months", "mg", "Leuprolide left in its depot for months.", "A_{l3m}"
)


class LeuprolideForMonths(GnrhDepot):
    """Release from a depot of 11.25 or 22.5 mg, a third as fast as from that for a month.

    d depot / dt = dose - release * depot
    """

    drug = "leuprolide"
    usual = "11.25 mg every 3 months"
    highest = "45 mg every 6 months"
    highest_from = "label, cancer of the prostate (recalled)"
    grade = Grade.A
    for_months = True
    lasting = 84.0
    dose = LEUPROLIDE_FOR_MONTHS
    owns = (LEUPROLIDE_FOR_MONTHS,)
    modifies = (OVARIAN_STIMULATION,)
