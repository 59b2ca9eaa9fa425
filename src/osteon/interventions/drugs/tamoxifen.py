"""Tamoxifen: a partial agonist of bone's estrogen receptor; gain after menopause, loss before."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import RECEPTOR_AGONISM, RECEPTOR_COMPETITION
from osteon.vocabulary.quantity import Quantity

TAMOXIFEN = Quantity("tamoxifen", "mg", "Tamoxifen and active metabolites in the body.", "A_{tam}")
TAMOXIFEN_DOSE = Quantity("tamoxifen_dose", "mg/day", "Tamoxifen taken a day.", "u_{tam}")


class Tamoxifen(Drug):
    """One-compartment kinetics and competition for the estrogen receptor.

        d amount / dt = dose - elimination * amount
        binding = amount / half_binding
        receptor_competition fold = 1 + binding
        receptor_agonism fold     = 1 + efficacy * binding

    Leaves out: endoxifen and CYP2D6, which decide on the tumor more than on bone.
    """

    drug = "tamoxifen"
    usual = "20 mg once a day"
    highest = "300 mg daily"
    highest_from = "label, overdosage: 160 mg/m2 (recalled)"
    family = Family.SERM
    grade = Grade.A
    dose = TAMOXIFEN_DOSE
    owns = (TAMOXIFEN,)
    takes = (TAMOXIFEN_DOSE,)
    modifies = (RECEPTOR_COMPETITION, RECEPTOR_AGONISM)

    def reference(self, p: Reading) -> Equations:
        return {TAMOXIFEN: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {TAMOXIFEN: now.tamoxifen_dose - p.elimination * now.tamoxifen}

    def folds(self, now: Reading, p: Reading) -> Equations:
        binding = now.tamoxifen / p.half_binding
        return {
            RECEPTOR_COMPETITION: 1.0 + binding,
            RECEPTOR_AGONISM: 1.0 + p.efficacy * binding,
        }
