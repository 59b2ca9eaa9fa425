"""Conjugated estrogens: many estrogens at once, counted as the estradiol that does as much."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.hormone_therapy import ESTRADIOL_SUPPLY
from osteon.vocabulary.quantity import Quantity

CONJUGATED_ESTROGENS_DOSE = Quantity(
    "conjugated_estrogens_dose", "mg/day", "Conjugated estrogens taken a day.", "u_{CE}"
)


class ConjugatedEstrogens(Drug):
    """Level of estradiol that acts on bone as the dose does.

        added = level * dose
        estradiol_supply fold = exp(added / reference_estradiol)

    Assumes: 0.625 mg does for bone what 1 mg of estradiol by mouth does.
    Leaves out: that a laboratory finds less estradiol than acts, and progestins taken with them.
    """

    drug = "conjugated estrogens"
    usual = "0.625 mg once a day"
    highest = "10 mg every 8 hours"
    highest_from = "label, cancer of the breast"
    family = Family.ESTROGEN
    grade = Grade.A
    dose = CONJUGATED_ESTROGENS_DOSE
    takes = (CONJUGATED_ESTROGENS_DOSE,)
    modifies = (ESTRADIOL_SUPPLY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        added = p.level * now.conjugated_estrogens_dose
        return {ESTRADIOL_SUPPLY: exp(added / now.reference_estradiol)}
