"""Estradiol through the skin: a little raises serum estradiol as much as far more by mouth."""

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading, exp
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.hormone_therapy import ESTRADIOL_SUPPLY
from osteon.vocabulary.quantity import Quantity

TRANSDERMAL_ESTRADIOL_DOSE = Quantity(
    "transdermal_estradiol_dose", "mg/day", "Estradiol that passes the skin a day.", "u_{Es}"
)
_LEAST_TABLET = 0.25  # mg


class EstradiolPatches(Drug):
    """Level of estradiol by dose; it comes and goes as fast as serum estradiol itself.

        added = level * dose
        estradiol_supply fold = exp(added / reference_estradiol)

    A patch is written by what is printed on it, the dose of a day, however often it is changed.
    Assumes: it gives that evenly. Leaves out: progestins taken with it.
    """

    drug = "estradiol"
    route = "transdermal"
    usual = "50 ug once a day"
    highest = "600 ug daily"
    highest_from = "PATCH, cancer of the prostate (recalled)"
    by_the_day = True
    family = Family.ESTROGEN
    grade = Grade.A
    dose = TRANSDERMAL_ESTRADIOL_DOSE
    takes = (TRANSDERMAL_ESTRADIOL_DOSE,)
    modifies = (ESTRADIOL_SUPPLY,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        added = p.level * now.transdermal_estradiol_dose
        return {ESTRADIOL_SUPPLY: exp(added / now.reference_estradiol)}

    def is_given_so(self, dose: float, every: float) -> bool:
        """Return whether it is: a patch gives less a day than the smallest tablet holds."""
        return dose < _LEAST_TABLET
