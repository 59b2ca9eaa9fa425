"""Elagolix: blocks the GnRH receptor by the day, so that estradiol falls by degrees with dose."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION
from osteon.vocabulary.quantity import Quantity

ELAGOLIX = Quantity("elagolix", "mg", "Elagolix in the body.", "A_{ela}")
ELAGOLIX_DOSE = Quantity("elagolix_dose", "mg/day", "Elagolix taken a day.", "u_{ela}")


class Elagolix(Drug):
    """One-compartment kinetics and graded suppression of the ovaries.

        d amount / dt = dose - elimination * amount
        ovarian_stimulation fold = 1 / (1 + (amount / half_suppression) ^ 2)

    The square stands for what taking it twice a day adds: 150 mg once a day leaves hours in which
    the pituitary wakes, 200 mg twice a day leaves none.
    """

    drug = "elagolix"
    usual = "150 mg once a day"
    highest = "1200 mg once, 600 mg daily"
    highest_from = "label and uterine fibroids (recalled)"
    family = Family.SUPPRESSION
    grade = Grade.A
    dose = ELAGOLIX_DOSE
    owns = (ELAGOLIX,)
    takes = (ELAGOLIX_DOSE,)
    modifies = (OVARIAN_STIMULATION,)

    def reference(self, p: Reading) -> Equations:
        return {ELAGOLIX: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {ELAGOLIX: now.elagolix_dose - p.elimination * now.elagolix}

    def folds(self, now: Reading, p: Reading) -> Equations:
        drive = now.elagolix / p.half_suppression
        return {OVARIAN_STIMULATION: 1.0 / (1.0 + drive**2)}
