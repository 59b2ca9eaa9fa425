"""Raloxifene: a partial agonist of bone's estrogen receptor, weaker in bone than tamoxifen."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import RECEPTOR_AGONISM, RECEPTOR_COMPETITION
from osteon.vocabulary.quantity import Quantity

RALOXIFENE = Quantity("raloxifene", "mg", "Raloxifene in the body.", "A_{ral}")
RALOXIFENE_DOSE = Quantity("raloxifene_dose", "mg/day", "Raloxifene taken a day.", "u_{ral}")


class Raloxifene(Drug):
    """One-compartment kinetics and competition for the estrogen receptor.

        d amount / dt = dose - elimination * amount
        binding = amount / half_binding
        receptor_competition fold = 1 + binding
        receptor_agonism fold     = 1 + efficacy * binding

    Amounts count the dose by mouth, of which little is absorbed.
    Leaves out: the recycling through bile, its glucuronides.
    """

    drug = "raloxifene"
    usual = "60 mg once a day"
    highest = "600 mg daily"
    highest_from = "label, overdosage"
    family = Family.SERM
    grade = Grade.A
    dose = RALOXIFENE_DOSE
    owns = (RALOXIFENE,)
    takes = (RALOXIFENE_DOSE,)
    modifies = (RECEPTOR_COMPETITION, RECEPTOR_AGONISM)

    def reference(self, p: Reading) -> Equations:
        return {RALOXIFENE: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {RALOXIFENE: now.raloxifene_dose - p.elimination * now.raloxifene}

    def folds(self, now: Reading, p: Reading) -> Equations:
        binding = now.raloxifene / p.half_binding
        return {
            RECEPTOR_COMPETITION: 1.0 + binding,
            RECEPTOR_AGONISM: 1.0 + p.efficacy * binding,
        }
