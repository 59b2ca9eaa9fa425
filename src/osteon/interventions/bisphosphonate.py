"""What bisphosphonates share: they settle on bone, are buried in it and come back over years.

    d surface / dt = uptake * dose + resurfacing * buried - (burial + loss) surface
    d buried / dt  = burial * surface - resurfacing * buried
    bisphosphonate_load fold = 1 + surface / half_effect

What lies on the surface acts; what new bone has covered acts again when it is resorbed. Loads of
several bisphosphonates multiply, and their effect ends with saturation (Bliss independence).
"""

from __future__ import annotations

from typing import ClassVar

from osteon.interventions.drug import Delivery, Drug, Family
from osteon.mechanism import Equations, Reading
from osteon.vocabulary.quantities.drug_targets import BISPHOSPHONATE_LOAD
from osteon.vocabulary.quantity import Quantity


class Bisphosphonate(Drug):
    """A bisphosphonate that is swallowed or infused.

    Attributes
    ----------
    surface, buried:
        The amounts (mg) on bone and within it. An infusion enters `surface` in full: what the
        kidney removes within days counts in `half_effect`.
    """

    family = Family.BISPHOSPHONATE
    surface: ClassVar[Quantity]
    buried: ClassVar[Quantity]

    def reference(self, p: Reading) -> Equations:
        """Return bone without the drug."""
        return {self.surface: 0.0, self.buried: 0.0}

    def rates(self, now: Reading, p: Reading) -> Equations:
        """Return the change of both pools."""
        surface, buried = getattr(now, self.surface.name), getattr(now, self.buried.name)
        covered, freed = p.burial * surface, p.resurfacing * buried
        settled = freed - covered - p.loss * surface
        if self.delivery is Delivery.AVERAGE_RATE:
            settled = settled + p.uptake * getattr(now, self.dose.name)
        return {self.surface: settled, self.buried: covered - freed}

    def folds(self, now: Reading, p: Reading) -> Equations:
        """Return the fold on the load of bone."""
        return {BISPHOSPHONATE_LOAD: 1.0 + getattr(now, self.surface.name) / p.half_effect}
