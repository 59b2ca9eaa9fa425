"""The law that the hazards of all kinds of fracture share; the kinds differ in their numbers.

    hazard      = incidence(age) * of_bone * of_turnover * of_history * of_falls
    incidence   = ceiling / (1 + exp((middle - age) / width))
    of_bone     = exp(slope * shortfall - slope^2 / 2),   slope = log(gradient)
    of_turnover = exp(by_turnover * (excess - 1)) * unfilled ^ by_refill
    of_history  = previous_fracture * fracture_history
    of_falls    = 1 + by_falls * (fracture_hazard - 1)

incidence    how often women of that age break this bone; the table's rise with age
of_bone      the gradient of risk per standard deviation of BMD; the second term keeps the mean over
             women whose Z-scores spread by one at the incidence of all
excess       resorption relative to untreated women: trials lower fractures more than the gained BMD
             explains, and sooner, because every open cavity weakens a strut out of proportion;
             where none is left bone still breaks: the last of resorption spares no more than the
             first
unfilled     resorption that formation does not answer
of_history   an earlier fracture, a parent's hip, glucocorticoids: what is told at the same BMD
by_falls     the share of these fractures that follow a fall

The cumulative hazard grows in a living person, who ages, and stands still in the reference state.
Between two months a share 1 - exp(-(H_later - H_earlier)) of women like her has the fracture.
Assumes: drugs, inhibitors of aromatase among them, act through BMD, structure and turnover alone.
Leaves out: death, which competes where a probability is made of it; body size, men.
"""

from __future__ import annotations

from typing import ClassVar

from osteon.mechanism import Equations, Mechanism, Number, Reading, exp, log
from osteon.vocabulary.quantity import Quantity
from osteon.vocabulary.site import Site


class FractureHazard(Mechanism):
    """Hazard of one kind of fracture, and its sum over time.

    Attributes
    ----------
    hazard, so_far:
        The hazard, and the cumulative hazard.
    site:
        Where the BMD that foretells it is measured.
    """

    hazard: ClassVar[Quantity]
    so_far: ClassVar[Quantity]
    site: ClassVar[Site]

    def reference(self, p: Reading) -> Equations:
        return {self.so_far: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {self.so_far: now.aging * getattr(now, self.hazard.name)}

    def values(self, now: Reading, p: Reading) -> Equations:
        incidence = p.ceiling / (1.0 + exp((p.middle - now.age) / p.width))
        of_falls = 1.0 + p.by_falls * (now.fracture_hazard - 1.0)
        of_person = self.of_history(now, p) * of_falls * self.of_turnover(now, p)
        return {self.hazard: incidence * self.of_bone(now, p) * of_person}

    def of_turnover(self, now: Reading, p: Reading) -> Number:
        """Return what cavities make of the hazard: open ones, and those that are not refilled."""
        more = self.open_cavities(now) - 1.0
        return exp(p.by_turnover * more) * now.unfilled_cavities**p.by_refill

    def open_cavities(self, now: Reading) -> Number:
        """Return the cavities that weaken this bone, relative to untreated women."""
        return now.resorption_excess

    def of_history(self, now: Reading, p: Reading) -> Number:
        """Return what her history makes of the hazard, beyond her bone."""
        return now.previous_fracture * now.fracture_history

    def of_bone(self, now: Reading, p: Reading) -> Number:
        """Return what the bone itself makes of the hazard, one on average over women."""
        shortfall = now.at(self.site).bmd_shortfall
        return exp(self.slope(now, p) * shortfall - self.uneven(now, p))

    def uneven(self, now: Reading, p: Reading) -> Number:
        """Return by how much the mean over women of one age exceeds the middle one (logarithm)."""
        return 0.5 * self.slope(now, p) ** 2

    def slope(self, now: Reading, p: Reading) -> Number:
        """Return the rise of the logarithm of the hazard per standard deviation of BMD lost."""
        return log(p.gradient)
