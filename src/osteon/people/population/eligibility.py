"""Who of those who were drawn may take part."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.language.population import Eligible
from osteon.people.population.traits import Traits
from osteon.vocabulary.site import Site


def may_take_part(traits: Traits, eligible: Eligible) -> NDArray[np.bool_]:
    """Return who meets every condition, shape (people,)."""
    conditions = [(getattr(eligible.t_score, site), traits.t_score(site)) for site in Site]
    conditions += [
        (eligible.age, traits.age),
        (eligible.years_since_menopause, traits.since_menopause),
        (eligible.weight, traits.weight),
        (eligible.calcidiol, traits.calcidiol),
    ]
    met = np.ones(len(traits), dtype=bool)
    for limits, values in conditions:
        if limits is not None:
            met &= (limits.low <= values) & (values <= limits.high)
    if eligible.previous_fracture is not None:
        met &= traits.previous_fracture == float(eligible.previous_fracture)
    return met
