"""Where the space is small, an evolution finds what weighing every strategy finds."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import numpy as np
import pytest
from support.varied_cases import CASES

from osteon.errors import MissingExtraError
from osteon.planning.base import base_of
from osteon.planning.build import space_of
from osteon.planning.effects import Effects, effects_of
from osteon.planning.present import present_of
from osteon.planning.search import evolved, exhaustive
from osteon.vocabulary.units import DAYS_PER_YEAR


@pytest.fixture(scope="module")
def small() -> Effects:
    """Return a small space (648 strategies) and its effects on a few members."""
    case = CASES["osteopenia on anastrozole"].but(
        plan={"foods": ["yogurt"], "exclude": ["injections", "infusions"], "training": ["balance"]}
    )
    base = base_of(case, 5 * DAYS_PER_YEAR)
    space = space_of(base)
    assert space.size < 1000
    return effects_of(space, present_of(base, 8, 1))


def test_evolution_finds_the_whole_front_of_a_small_space(small: Effects) -> None:
    every = exhaustive(small.space, small.weighed)
    found = evolved(small.space, small.weighed, seed=1, generations=15)
    assert len(every) > 4
    assert set(map(tuple, small.weighed(found))) == set(map(tuple, small.weighed(every)))


def test_evolution_proposes_only_what_is_feasible(small: Effects) -> None:
    found = evolved(small.space, small.weighed, seed=2, generations=3)
    assert small.space.feasible(found).all()


def test_the_same_seed_finds_the_same(small: Effects) -> None:
    first, second = (evolved(small.space, small.weighed, 5, generations=4) for _ in range(2))
    assert np.array_equal(first, second)


def test_without_pymoo_a_large_search_says_what_to_install(
    small: Effects, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("pymoo"):
            raise ImportError(name=name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "osteon.planning.evolution", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"osteon\[plan\]"):
        evolved(small.space, small.weighed, 1)
