"""Which way things go, for everyone: estradiol and osteoclasts, calcium and PTH, RANKL, vitamin D.

A hormone is held at a level by taking away its clearance; all else answers freely.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Calendar, Span
from osteon.simulation.solve import reference_of, solve
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.signaling import RANKL_BLOCKADE
from osteon.vocabulary.quantity import at_each_site
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
Draw = Callable[[int, int], Array]
Scatter = Callable[[int], tuple[dict[Key, float], dict[Key, float], list[float]]]
DAYS = np.geomspace(1e-3, 730.0, 120)
SETTLED = DAYS > 30.0  # hormones swing for days after a step before they settle
BLOCKER = at_each_site("blocker", "", "A toy drug that binds RANKL away.", "b")
seeds = st.integers(0, 2**31 - 1)


class Blocker(Mechanism):
    """Blockade fold = 1 + blocker."""

    grade = Grade.D
    takes = (BLOCKER,)
    modifies = (RANKL_BLOCKADE,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {RANKL_BLOCKADE: 1.0 + now.blocker}


@pytest.fixture(scope="module")
def blocked() -> Model:
    """Return the standard model with the toy drug."""
    return Model([*mechanisms(), Blocker()])


def held(model: Model, parameters: Array, hormone: str, share: float) -> Trajectory:
    """Return two years at rest but for one hormone, held at a share of its reference level."""
    parameters = parameters.copy()
    parameters[:, model.table.column(f"{hormone}.clearance")] = 1e-15
    states, inputs = reference_of(model, parameters)
    states[:, model.states.index(Key(hormone))] *= share
    calendar = Calendar.of(model, inputs)
    return solve(model, states, parameters, np.zeros(len(states)), calendar, DAYS, 1e-7)


@given(seed=seeds, low=st.floats(0.02, 1.2), more=st.floats(1.05, 5.0))
@settings(max_examples=40)
def test_more_estradiol_never_means_more_osteoclasts(
    model: Model, drawn: Draw, seed: int, low: float, more: float
) -> None:
    people = drawn(6, seed)
    less, much = (held(model, people, "estradiol", share) for share in (low, low * more))
    for site in Site:
        key = f"osteoclasts@{site}"
        assert (much[key] <= less[key] * (1.0 + 1e-6)).all()
        assert (much[key][:, -1] < less[key][:, -1]).all()


@given(seed=seeds, low=st.floats(200.0, 2500.0), more=st.floats(50.0, 1000.0))
@settings(max_examples=40)
def test_more_calcium_never_means_more_parathyroid_hormone(
    model: Model, drawn: Draw, seed: int, low: float, more: float
) -> None:
    people = drawn(6, seed)
    states, inputs = reference_of(model, people)
    usual = inputs[0, model.inputs.index(Key("calcium_intake"))]

    def on(intake: float) -> Array:
        span = Span(Key("calcium_intake"), intake - usual, -np.inf, np.inf)
        calendar = Calendar.of(model, inputs, [span])
        return solve(model, states, people, np.zeros(6), calendar, DAYS, 1e-7)["pth"]

    less, much = on(low), on(low + more)
    assert (much <= less * (1.0 + 1e-6))[:, SETTLED].all()
    assert (much[:, -1] < less[:, -1]).all()


@given(seed=seeds, low=st.floats(0.5, 2.0), more=st.floats(1.05, 4.0))
@settings(max_examples=40)
def test_more_calcidiol_never_means_less_calcium_absorbed(
    model: Model, drawn: Draw, seed: int, low: float, more: float
) -> None:
    people = drawn(6, seed)
    less, much = (
        held(model, people, "calcidiol", share)["calcium_absorption"] for share in (low, low * more)
    )
    assert (much >= less * (1.0 - 1e-6))[:, SETTLED].all()
    assert (much[:, -1] > less[:, -1]).all()


@given(seed=seeds, low=st.floats(0.0, 20.0), more=st.floats(0.01, 100.0))
@settings(max_examples=60)
def test_more_blockade_of_rankl_never_forms_more_osteoclasts(
    blocked: Model, anywhere: Scatter, seed: int, low: float, more: float
) -> None:
    states, inputs, parameters = anywhere(seed)

    def forming(blockade: float) -> list[float]:
        doses = {Key("blocker", site): blockade for site in Site}
        now = blocked.evaluate(states, inputs | doses, parameters)
        rates = [now.rate(Key("osteoclasts", site)) for site in Site]
        occupied = [now.quantity(Key("rank_occupancy", site)) for site in Site]
        return [value.value for value in (*rates, *occupied)]

    assert all(
        stronger < weaker
        for weaker, stronger in zip(forming(low), forming(low + more), strict=True)
    )
