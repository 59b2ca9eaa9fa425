"""People drawn from a population: their traits, what they show at month 0, and who was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from osteon.people.cohort import Cohort
from osteon.people.population.traits import Traits
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class People:
    """People of a population, ready to be simulated.

    Attributes
    ----------
    first:
        The number of the first of them.
    traits:
        What was drawn.
    cohort:
        The same people as numbers of the model.
    shown:
        Markers, PTH, calcium and falls of the last year at month 0, by name, shape (people,).
    looked_at:
        How many were drawn until these were found: the others were not eligible or not plausible.
    implausible:
        How many of them left each published range; one who left several counts in each.
    """

    first: int
    traits: Traits
    cohort: Cohort
    shown: Mapping[str, Array]
    looked_at: int
    implausible: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.traits)

    def __repr__(self) -> str:
        return f"<People: {len(self)} of {self.looked_at} drawn>"

    @property
    def numbers(self) -> NDArray[np.int64]:
        """Return the number of each person in the population."""
        return np.arange(self.first, self.first + len(self))

    @property
    def columns(self) -> dict[str, Array]:
        """Return traits and what is shown, by name; years, kg, cm, T-scores, usual units."""
        traits = self.traits
        return {
            "age_years": traits.age / DAYS_PER_YEAR,
            "years_since_menopause": traits.since_menopause / DAYS_PER_YEAR,
            "weight_kg": traits.weight,
            "height_cm": traits.height,
            "body_mass_index": traits.body_mass_index,
            **{f"t_score_{site}": traits.t_score(site) for site in Site},
            "calcidiol_nmol_per_l": traits.calcidiol,
            "egfr_ml_per_min": traits.egfr,
            "smoking": traits.smoking,
            "alcohol_units_per_day": traits.alcohol,
            "previous_fracture": traits.previous_fracture,
            **self.shown,
        }

    def to_arrow(self) -> pa.Table:
        """Return a table, a person a row."""
        import pyarrow as pa

        rows: dict[str, Any] = {"person": self.numbers, **self.columns}
        return pa.table(rows)

    def to_pandas(self) -> pd.DataFrame:
        """Return a table, a person a row."""
        frame: pd.DataFrame = self.to_arrow().to_pandas()
        return frame
