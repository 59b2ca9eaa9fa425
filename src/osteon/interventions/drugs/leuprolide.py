"""Leuprolide: a depot for a month that silences the pituitary, and through it the ovaries."""

from osteon.interventions.gnrh_depot import GnrhDepot
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

LEUPROLIDE = Quantity("leuprolide", "mg", "Leuprolide left in its depot.", "A_{leu}")


class Leuprolide(GnrhDepot):
    """Release from a depot of 3.75 or 7.5 mg, and ovaries silenced while any of it is left.

    d depot / dt = dose - release * depot
    """

    drug = "leuprolide"
    usual = "3.75 mg every 4 weeks"
    highest = "15 mg every 4 weeks"
    highest_from = "label, early puberty (recalled)"
    grade = Grade.A
    lasting = 28.0
    dose = LEUPROLIDE
    owns = (LEUPROLIDE,)
    modifies = (OVARIAN_STIMULATION,)
