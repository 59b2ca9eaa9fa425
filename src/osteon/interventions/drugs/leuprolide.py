"""Leuprolide: a depot under the skin that silences the pituitary, and through it the ovaries."""

from osteon.interventions.drug import Delivery, Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

LEUPROLIDE = Quantity("leuprolide", "mg", "Leuprolide left in its depot.", "A_{leu}")


class Leuprolide(Drug):
    """Release from a depot, and ovaries silenced while any of it is left.

        d depot / dt = dose - release * depot
        ovarian_stimulation fold = 1 / (1 + depot / half_suppression)

    3.75 mg a month and three times as much every three months hold the ovaries down alike.
    After menopause there is nothing left to stimulate, and it does nothing.
    Leaves out: the flare of the first weeks.
    """

    drug = "leuprolide"
    family = Family.SUPPRESSION
    lasting = 84.0
    grade = Grade.A
    delivery = Delivery.PULSES
    dose = LEUPROLIDE
    owns = (LEUPROLIDE,)
    modifies = (OVARIAN_STIMULATION,)

    def reference(self, p: Reading) -> Equations:
        return {LEUPROLIDE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LEUPROLIDE: -p.release * now.leuprolide}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OVARIAN_STIMULATION: 1.0 / (1.0 + now.leuprolide / p.half_suppression)}
