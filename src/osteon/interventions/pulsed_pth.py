"""What drugs at the PTH receptor share: short pulses build bone, lasting exposure takes it away.

    d amount / dt = dose - elimination * amount         the mean over a day
    occupancy     = amount / (half_occupancy + amount)
    left          = exp(-elimination * interval)        what is left of a peak at the next dose
    pth_anabolic_signal fold  = 1 + anabolic * occupancy (1 - left) ^ pause
    pth_catabolic_signal fold = 1 + catabolic * occupancy (1 + lasting * left)

The minutes of a pulse do not matter to bone, only how far it rises above what stays: so a daily
injection enters as its mean rate and the time between doses. Given without a pause the same amount
leaves no pulse, and only resorption is left. A pause must be nearly empty of drug to count:
in rats six doses within an hour build, the same six over six hours take bone away (Frolik 2003).
"""

from __future__ import annotations

from typing import ClassVar

from osteon.interventions.drug import Drug, Family
from osteon.mechanism import Equations, Reading, exp
from osteon.vocabulary.quantities.drug_targets import PTH_ANABOLIC_SIGNAL, PTH_CATABOLIC_SIGNAL
from osteon.vocabulary.quantity import Quantity


class PulsedPth(Drug):
    """A drug at the PTH receptor that is injected daily.

    Attributes
    ----------
    amount:
        Its mean amount in the body (mg).
    """

    family = Family.PTH_ANALOG
    amount: ClassVar[Quantity]

    def reference(self, p: Reading) -> Equations:
        """Return the body without the drug, and one day between doses."""
        day = {} if self.interval is None else {self.interval: p.usual_interval}
        return {self.amount: 0.0, **day}

    def rates(self, now: Reading, p: Reading) -> Equations:
        """Return the change of the amount."""
        amount = getattr(now, self.amount.name)
        return {self.amount: getattr(now, self.dose.name) - p.elimination * amount}

    def folds(self, now: Reading, p: Reading) -> Equations:
        """Return the folds on both signals of the receptor."""
        assert self.interval is not None
        amount = getattr(now, self.amount.name)
        occupancy = amount / (p.half_occupancy + amount)
        left = exp(-(p.elimination * getattr(now, self.interval.name)))
        return {
            PTH_ANABOLIC_SIGNAL: 1.0 + p.anabolic * occupancy * (1.0 - left) ** p.pause,
            PTH_CATABOLIC_SIGNAL: 1.0 + p.catabolic * occupancy * (1.0 + p.lasting * left),
        }
