"""Exemestane: destroys aromatase, which returns only as fast as the enzyme is made anew."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import AROMATASE_ACTIVITY
from osteon.vocabulary.quantity import Quantity

EXEMESTANE = Quantity("exemestane", "mg", "Exemestane in the body.", "A_{exe}")
EXEMESTANE_DOSE = Quantity("exemestane_dose", "mg/day", "Exemestane taken a day.", "u_{exe}")
DESTROYED_AROMATASE = Quantity(
    "destroyed_aromatase", "", "Aromatase that exemestane has destroyed, for each left.", "B_{exe}"
)


class Exemestane(Drug):
    """One-compartment kinetics, irreversible inhibition by the turnover of the enzyme.

        d amount / dt = dose - elimination * amount
        concentration = amount * elimination / clearance
        d left / dt   = recovery (1 - left) - inactivation * concentration * left
        aromatase_activity fold = left

    The enzyme is followed as destroyed = 1 / left - 1, which is never negative.
    Leaves out: two deeper compartments, a meal (which raises exposure), and the weak androgen that
    it becomes: women on exemestane lose about as much bone as on the other two inhibitors.
    """

    drug = "exemestane"
    usual = "25 mg once a day"
    highest = "800 mg once, 600 mg daily"
    highest_from = "label, overdosage"
    family = Family.INHIBITOR
    grade = Grade.A
    dose = EXEMESTANE_DOSE
    owns = (EXEMESTANE, DESTROYED_AROMATASE)
    takes = (EXEMESTANE_DOSE,)
    modifies = (AROMATASE_ACTIVITY,)

    def reference(self, p: Reading) -> Equations:
        return {EXEMESTANE: 0.0, DESTROYED_AROMATASE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        concentration = now.exemestane * p.elimination / p.clearance
        destroyed = now.destroyed_aromatase
        change = p.inactivation * concentration - p.recovery * destroyed
        return {
            EXEMESTANE: now.exemestane_dose - p.elimination * now.exemestane,
            DESTROYED_AROMATASE: (1.0 + destroyed) * change,
        }

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {AROMATASE_ACTIVITY: 1.0 / (1.0 + now.destroyed_aromatase)}
