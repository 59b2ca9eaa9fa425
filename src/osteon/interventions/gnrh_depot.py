"""What depots of GnRH agonists share: they silence the pituitary while they still release drug.

    d depot / dt = dose - release * depot
    ovarian_stimulation fold = 1 / (1 + depot / half_suppression)

A depot for three months is made to release its drug a third as fast as one for a month, so that
three times the dose holds the gonads down alike, to its last day. Which of the two a dose is, its
size tells. After menopause there is nothing left to stimulate, and they do nothing.
Leaves out: the flare of the first weeks.
"""

from __future__ import annotations

from typing import ClassVar

from osteon.interventions.drug import Delivery, Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.quantities.endocrine import OVARIAN_STIMULATION

_LEAST_FOR_MONTHS = 10.0  # mg; goserelin 3.6 and 10.8, leuprolide 3.75, 7.5 and 11.25, 22.5


class GnrhDepot(Drug):
    """A depot under the skin or in a muscle.

    Attributes
    ----------
    for_months:
        Whether it is made for three months and more, not for one.
    """

    family = Family.SUPPRESSION
    delivery = Delivery.PULSES
    for_months: ClassVar[bool] = False

    def reference(self, p: Reading) -> Equations:
        """Return the body without the drug."""
        return {self.dose: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        """Return the release from the depot."""
        return {self.dose: -p.release * getattr(now, self.dose.name)}

    def folds(self, now: Reading, p: Reading) -> Equations:
        """Return the fold on the stimulation of the gonads."""
        depot = getattr(now, self.dose.name)
        return {OVARIAN_STIMULATION: 1.0 / (1.0 + depot / p.half_suppression)}

    def is_given_so(self, dose: float, every: float) -> bool:
        """Return whether it is: a depot for months holds three times the dose and more."""
        return (dose >= _LEAST_FOR_MONTHS) == self.for_months
