"""Letrozole: inhibits aromatase yet more completely than anastrozole."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import AROMATASE_ACTIVITY
from osteon.vocabulary.quantity import Quantity

LETROZOLE = Quantity("letrozole", "mg", "Letrozole in the body.", "A_{let}")
LETROZOLE_DOSE = Quantity("letrozole_dose", "mg/day", "Letrozole taken a day.", "u_{let}")


class Letrozole(Drug):
    """One-compartment kinetics and reversible inhibition.

        d amount / dt = dose - clearance * concentration
        concentration = amount / volume
        aromatase_activity fold = 1 / (1 + concentration / half_inhibition)

    Assumes: the clearance of steady state from the first day, which letrozole itself slows.
    Leaves out: the variants of CYP2A6, which clear it down to half as fast.
    """

    drug = "letrozole"
    usual = "2.5 mg once a day"
    highest = "30 mg once, 10 mg daily"
    highest_from = "label, overdosage (recalled)"
    family = Family.INHIBITOR
    grade = Grade.A
    dose = LETROZOLE_DOSE
    owns = (LETROZOLE,)
    takes = (LETROZOLE_DOSE,)
    modifies = (AROMATASE_ACTIVITY,)

    def reference(self, p: Reading) -> Equations:
        return {LETROZOLE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {LETROZOLE: now.letrozole_dose - p.clearance * now.letrozole / p.volume}

    def folds(self, now: Reading, p: Reading) -> Equations:
        concentration = now.letrozole / p.volume
        return {AROMATASE_ACTIVITY: 1.0 / (1.0 + concentration / p.half_inhibition)}
