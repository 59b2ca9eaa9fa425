"""BMD at three sites: by age, together as sites of one woman are, and as a trial states it.

What is stated of one site tells of the others: their deviates move by what a joint normal law says
(kriging), so that correlations between sites stay as they are.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.language.population import Population
from osteon.people.population.streams import Streams
from osteon.people.population.tables import at_age, together
from osteon.people.reference_bmd import bmd_from_t_score, young_sd
from osteon.people.unmeasured_site import correlation
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
_SITES = tuple(Site)
_LEAST = 0.3


def densities(
    population: Population, ages: Array, known: Array, streams: Streams
) -> tuple[dict[Site, Array], dict[Site, Array]]:
    """Return BMD (g/cm2) by site, and how far it lies from that of the same age, deviates.

    Parameters
    ----------
    known:
        Normal deviates of weight and of age at menopause, shape (2, people).
    """
    own = np.stack([streams.normal(f"bmd {site}") for site in _SITES])
    weights, factor = _conditional()
    deviates = weights @ known + factor @ own
    middle = np.stack([at_age("bmd", site, ages) for site in _SITES])
    spread = np.stack([at_age("bmd", f"{site}_sd", ages) for site in _SITES])
    drawn = dict(zip(_SITES, deviates, strict=True))
    stated = [place for place, site in enumerate(_SITES) if getattr(population.t_score, site)]
    if stated:
        wanted = np.stack([_stated(population, place, deviates) for place in stated])
        shift = (wanted - middle[stated]) / spread[stated] - deviates[stated]
        correlations = _between_sites()
        rows = np.ix_(range(len(_SITES)), stated)
        inner = np.linalg.inv(correlations[np.ix_(stated, stated)])
        deviates = deviates + correlations[rows] @ inner @ shift
    bmd = np.maximum(middle + spread * deviates, _LEAST)
    return dict(zip(_SITES, bmd, strict=True)), drawn


def usual_t_score_sd(site: Site) -> float:
    """Return how T-scores of women of one age spread, 65 years."""
    at = np.array([65.0 * DAYS_PER_YEAR])
    return float(at_age("bmd", f"{site}_sd", at)[0]) / young_sd(site, "hologic")


def _stated(population: Population, place: int, deviates: Array) -> Array:
    """Return the BMD that a site has by the T-scores of a trial."""
    site = _SITES[place]
    said = getattr(population.t_score, site)
    sd = usual_t_score_sd(site) if said.sd is None else said.sd
    young = young_sd(site, "hologic")
    mean = bmd_from_t_score(said.mean, site, "hologic")
    return np.asarray(mean + sd * young * deviates[place])


@lru_cache(maxsize=1)
def _between_sites() -> Array:
    """Return correlations between sites, shape (sites, sites)."""
    return np.array(
        [[1.0 if one == other else correlation(one, other) for other in _SITES] for one in _SITES]
    )


@lru_cache(maxsize=1)
def _conditional() -> tuple[Array, Array]:
    """Return weights of what is known, and the factor of what then remains.

    Weight and age at menopause are independent of each other, and correlate with every site alike.
    """
    number = together()
    weights = np.tile([number["weight"], number["menopause"]], (len(_SITES), 1))
    remaining = _between_sites() - weights @ weights.T
    return weights, np.linalg.cholesky(remaining)
