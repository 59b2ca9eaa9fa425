"""Estradiol by mouth: raises serum estradiol by its dose."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.hormone_therapy import ESTRADIOL_SUPPLY
from osteon.vocabulary.quantity import Quantity

ORAL_ESTRADIOL_DOSE = Quantity(
    "oral_estradiol_dose", "mg/day", "Estradiol taken by mouth a day.", "u_{E}"
)
_LEAST_TABLET = 0.25  # mg


class EstradiolTablets(Drug):
    """Level of estradiol by dose; it comes and goes as fast as serum estradiol itself.

        added = level * dose
        estradiol_supply fold = exp(added / reference_estradiol)

    Leaves out: the estrone that tablets make in the liver, and progestins taken with them.
    """

    drug = "estradiol"
    route = "oral"
    usual = "1 mg once a day"
    highest = "10 mg every 8 hours"
    highest_from = "label, cancer of breast and prostate (recalled)"
    family = Family.ESTROGEN
    grade = Grade.A
    dose = ORAL_ESTRADIOL_DOSE
    takes = (ORAL_ESTRADIOL_DOSE,)
    modifies = (ESTRADIOL_SUPPLY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        added = p.level * now.oral_estradiol_dose
        return {ESTRADIOL_SUPPLY: exp(added / now.reference_estradiol)}

    def is_given_so(self, dose: float, every: float) -> bool:
        """Return whether it is: a tablet holds a quarter of a milligram and more."""
        return dose >= _LEAST_TABLET
