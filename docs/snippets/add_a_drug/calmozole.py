"""Calmozole: a made-up inhibitor of aromatase that leaves a part of it at work."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import AROMATASE_ACTIVITY
from osteon.vocabulary.quantity import Quantity

CALMOZOLE = Quantity("calmozole", "mg", "Calmozole in the body.", "A_{cal}")
CALMOZOLE_DOSE = Quantity("calmozole_dose", "mg/day", "Calmozole taken a day.", "u_{cal}")


class Calmozole(Drug):
    """One-compartment kinetics, and inhibition that stops short of all.

        d amount / dt = dose - elimination * amount
        aromatase_activity fold = 1 - greatest * concentration / (concentration + half)

    Assumes: absorption is fast against a day.   Leaves out: everything; there is no such drug.
    """

    drug = "calmozole"
    family = Family.INHIBITOR
    grade = Grade.D
    dose = CALMOZOLE_DOSE
    owns = (CALMOZOLE,)
    takes = (CALMOZOLE_DOSE,)
    modifies = (AROMATASE_ACTIVITY,)

    def reference(self, p: Reading) -> Equations:
        return {CALMOZOLE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {CALMOZOLE: now.calmozole_dose - p.elimination * now.calmozole}

    def folds(self, now: Reading, p: Reading) -> Equations:
        concentration = now.calmozole / p.volume
        inhibited = p.greatest * saturation(concentration, p.half_inhibition)
        return {AROMATASE_ACTIVITY: 1.0 - inhibited}
