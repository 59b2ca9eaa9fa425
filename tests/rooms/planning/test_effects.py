"""Sums of effects are a first look: close to what whole simulations give."""

from __future__ import annotations

import numpy as np
from support.varied_cases import CASES

from osteon.planning.base import base_of
from osteon.planning.build import space_of
from osteon.planning.effects import effects_of, simulated, weighed_in_full
from osteon.planning.present import present_of
from osteon.vocabulary.units import DAYS_PER_YEAR


def test_sums_of_effects_are_close_to_whole_simulations() -> None:
    base = base_of(
        CASES["osteopenia on anastrozole"].but(plan={"foods": ["yogurt"]}), 5 * DAYS_PER_YEAR
    )
    space, her = space_of(base), present_of(base, 24, 1)
    effects = effects_of(space, her)
    rng = np.random.default_rng(3)
    picks = rng.integers(0, space.sizes, (200, len(space.sizes)))
    picks = picks[space.feasible(picks)][:24]
    summed = effects.exact(picks)
    whole = weighed_in_full(space, her, picks, simulated(space, her, picks))
    assert np.abs(np.log(summed[:, :2] / whole[:, :2])).max() < 0.14
    assert np.abs(summed - whole)[:, 2:4].max() < 0.25
    # Burden and number of interventions are no guesses.
    assert np.array_equal(summed[:, 4:], whole[:, 4:])


def test_an_option_alone_has_its_whole_effect() -> None:
    base = base_of(CASES["no infusions, no tablets"], 3 * DAYS_PER_YEAR)
    space, her = space_of(base), present_of(base, 4, 1)
    effects = effects_of(space, her)
    alone = np.zeros((1, len(space.sizes)), dtype=np.int64)
    alone[0, -1] = 1
    whole = weighed_in_full(space, her, alone, simulated(space, her, alone))
    assert np.allclose(effects.exact(alone), whole, rtol=1e-9)
