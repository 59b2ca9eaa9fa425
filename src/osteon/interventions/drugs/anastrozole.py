"""Anastrozole: inhibits aromatase and so removes nearly all estradiol after menopause."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import AROMATASE_ACTIVITY
from osteon.vocabulary.quantity import Quantity

ANASTROZOLE = Quantity("anastrozole", "mg", "Anastrozole in the body.", "A_{ana}")
ANASTROZOLE_DOSE = Quantity("anastrozole_dose", "mg/day", "Anastrozole taken a day.", "u_{ana}")


class Anastrozole(Drug):
    """One-compartment kinetics and reversible inhibition.

    d amount / dt = dose - elimination * amount
    aromatase_activity fold = 1 / (1 + concentration / half_inhibition)
    """

    drug = "anastrozole"
    usual = "1 mg once a day"
    highest = "60 mg once, 10 mg daily"
    highest_from = "label, overdosage (recalled)"
    family = Family.INHIBITOR
    grade = Grade.A
    dose = ANASTROZOLE_DOSE
    owns = (ANASTROZOLE,)
    takes = (ANASTROZOLE_DOSE,)
    modifies = (AROMATASE_ACTIVITY,)

    def reference(self, p: Reading) -> Equations:
        return {ANASTROZOLE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {ANASTROZOLE: now.anastrozole_dose - p.elimination * now.anastrozole}

    def folds(self, now: Reading, p: Reading) -> Equations:
        concentration = now.anastrozole / p.volume
        return {AROMATASE_ACTIVITY: 1.0 / (1.0 + concentration / p.half_inhibition)}
