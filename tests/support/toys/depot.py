"""A drug given in pulses: each dose raises the depot at once, which then empties."""

from osteon.interventions.drug import Delivery, Drug
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

DEPOT = Quantity("depot", "mg", "Drug in the depot.", "A")


class Toy(Drug):
    """d depot / dt = -release * depot; each dose adds to it."""

    drug = "denosumab"
    delivery = Delivery.PULSES
    grade = Grade.D
    dose = DEPOT
    owns = (DEPOT,)

    def reference(self, p: Reading) -> Equations:
        return {DEPOT: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {DEPOT: -(p.release * now.depot)}
