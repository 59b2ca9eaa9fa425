"""What is known of people before anything is simulated: one array of each trait."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from osteon.people.reference_bmd import bmd_from_t_score, young_sd
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Traits:
    """Traits of people, each of shape (people,).

    Attributes
    ----------
    age, menopause_age:
        Days; menopause later than age: before menopause.
    weight, height:
        Kilograms and centimeters.
    lumbar_spine, total_hip, femoral_neck:
        BMD, g/cm2 as a Hologic scanner shows it.
    calcidiol, egfr:
        nmol/L and mL/min.
    smoking:
        Zero for never, 0.5 for former, one for current.
    alcohol:
        Units a day.
    previous_fracture:
        One for yes, zero for no.
    """

    age: Array
    menopause_age: Array
    weight: Array
    height: Array
    lumbar_spine: Array
    total_hip: Array
    femoral_neck: Array
    calcidiol: Array
    egfr: Array
    smoking: Array
    alcohol: Array
    previous_fracture: Array

    def __len__(self) -> int:
        return len(self.age)

    @property
    def since_menopause(self) -> Array:
        """Return days since menopause, negative before it."""
        return self.age - self.menopause_age

    @property
    def body_mass_index(self) -> Array:
        """Return kg/m2."""
        index: Array = self.weight / (self.height / 100.0) ** 2
        return index

    def bmd(self, site: Site) -> Array:
        """Return BMD at a site, g/cm2."""
        density: Array = getattr(self, site)
        return density

    def t_score(self, site: Site) -> Array:
        """Return the T-score at a site."""
        return (self.bmd(site) - bmd_from_t_score(0.0, site, "hologic")) / young_sd(site, "hologic")

    def taken(self, places: NDArray[np.intp]) -> Traits:
        """Return the people at some places."""
        return Traits(*(getattr(self, field.name)[places] for field in fields(self)))

    def with_others(self, where: NDArray[np.bool_], others: Traits) -> Traits:
        """Return the people with others in their places wherever it is asked for."""
        return Traits(
            *(
                np.where(where, getattr(others, field.name), getattr(self, field.name))
                for field in fields(self)
            )
        )
