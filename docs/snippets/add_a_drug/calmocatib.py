"""Calmocatib: a made-up drug of a class of its own: osteoclasts live on, but resorb less."""

from osteon.interventions.drug import Drug
from osteon.mechanism import Equations, Reading, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.cells import OSTEOCLAST_ACTIVITY
from osteon.vocabulary.quantity import Quantity

CALMOCATIB = Quantity("calmocatib", "mg", "Calmocatib in the body.", "A_{cal}")
CALMOCATIB_DOSE = Quantity("calmocatib_dose", "mg/day", "Calmocatib taken a day.", "u_{cal}")


class Calmocatib(Drug):
    """One-compartment kinetics, and an enzyme of osteoclasts that stops short of all.

        d amount / dt = dose - elimination * amount
        osteoclast_activity fold = 1 - greatest * concentration / (concentration + half)

    Assumes: absorption is fast against a day.   Leaves out: everything; there is no such drug.
    """

    drug = "calmocatib"
    family = "cathepsin K inhibitor"
    grade = Grade.D
    dose = CALMOCATIB_DOSE
    owns = (CALMOCATIB,)
    takes = (CALMOCATIB_DOSE,)
    modifies = (OSTEOCLAST_ACTIVITY,)

    def reference(self, p: Reading) -> Equations:
        return {CALMOCATIB: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {CALMOCATIB: now.calmocatib_dose - p.elimination * now.calmocatib}

    def folds(self, now: Reading, p: Reading) -> Equations:
        concentration = now.calmocatib / p.volume
        blocked = p.greatest * saturation(concentration, p.half_inhibition)
        return {OSTEOCLAST_ACTIVITY: 1.0 - blocked}
