"""Balance: learned by balance and functional training, lost without it; it prevents falls."""

from osteon.mechanism import Equations, Mechanism, Reading, exp, saturation
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.function import BALANCE_TRAINING, FALL_HAZARD, LEARNED_BALANCE


class Balance(Mechanism):
    """Balance that training leaves, measured by the falls it keeps off.

        d L / dt = (exp(gain * training / (half + training)) - L) / span
        fall_hazard fold = 1 / L

    Training counts in minutes a day of what challenges balance while standing, tai chi included.
    Walking does not, and prevents no falls. What age takes from balance is in the falls of the age.
    Leaves out: sight, drugs that make drowsy, hazards at home, and neuropathy after chemotherapy.
    """

    grade = Grade.A
    owns = (LEARNED_BALANCE,)
    modifies = (FALL_HAZARD,)
    takes = (BALANCE_TRAINING,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        learned = exp(p.gain * saturation(now.balance_training, p.half))
        return {LEARNED_BALANCE: (learned - now.learned_balance) / p.span}

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {FALL_HAZARD: 1.0 / now.learned_balance}
