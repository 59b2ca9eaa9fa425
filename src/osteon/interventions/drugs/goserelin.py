"""Goserelin: a depot under the skin that silences the pituitary, and through it the ovaries."""

from osteon.interventions.drug import Delivery, Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

GOSERELIN = Quantity("goserelin", "mg", "Goserelin left in its depot.", "A_{gos}")


class Goserelin(Drug):
    """Release from a depot, and ovaries silenced while any of it is left.

        d depot / dt = dose - release * depot
        ovarian_stimulation fold = 1 / (1 + depot / half_suppression)

    3.6 mg a month and three times as much every three months hold the ovaries down alike.
    After menopause there is nothing left to stimulate, and it does nothing.
    Leaves out: the flare of the first weeks.
    """

    drug = "goserelin"
    family = Family.SUPPRESSION
    lasting = 84.0
    grade = Grade.A
    delivery = Delivery.PULSES
    dose = GOSERELIN
    owns = (GOSERELIN,)
    modifies = (OVARIAN_STIMULATION,)

    def reference(self, p: Reading) -> Equations:
        return {GOSERELIN: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {GOSERELIN: -p.release * now.goserelin}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {OVARIAN_STIMULATION: 1.0 / (1.0 + now.goserelin / p.half_suppression)}
