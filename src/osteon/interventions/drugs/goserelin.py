"""Goserelin: a depot for a month that silences the pituitary, and through it the ovaries."""

from osteon.interventions.gnrh_depot import GnrhDepot
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

GOSERELIN = Quantity("goserelin", "mg", "Goserelin left in its depot.", "A_{gos}")


class Goserelin(GnrhDepot):
    """Release from a depot of 3.6 mg, and ovaries silenced while any of it is left.

    d depot / dt = dose - release * depot
    """

    drug = "goserelin"
    usual = "3.6 mg every 4 weeks"
    highest = "3.6 mg every 2 weeks"
    highest_from = "Tumori 1994;80:28"
    grade = Grade.A
    lasting = 28.0
    dose = GOSERELIN
    owns = (GOSERELIN,)
    modifies = (OVARIAN_STIMULATION,)
