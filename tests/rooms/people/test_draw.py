"""Draws: spreads as declared, knowledge and people apart, the same seed the same people."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.draw import (
    represent_people,
    typical,
    vary_between_people,
    vary_by_knowledge,
)

COUNT = 20_000


def log_sd(factors: np.ndarray, model: Model, name: str) -> float:
    """Return the standard deviation of the logarithm of a parameter's factors."""
    return float(np.log(factors[:, model.table.column(name)]).std())


def test_spreads_are_as_declared(model: Model) -> None:
    knowledge = vary_by_knowledge(model.table, None, COUNT, 1)
    people = vary_between_people(model.table, COUNT, 1)
    for place, name in enumerate(model.table.columns):
        parameter = model.table.parameter(name)
        for factors, spread in (
            (knowledge, parameter.uncertainty),
            (people, parameter.between_people),
        ):
            drawn = factors[:, place]
            if spread is None:
                assert (drawn == 1.0).all(), name
            elif spread.log_sd is not None:
                assert np.log(drawn).std() == pytest.approx(spread.log_sd, rel=0.03), name
                assert np.median(drawn) == pytest.approx(1.0, abs=0.05 * spread.log_sd), name


def test_one_person_has_one_constitution_at_all_sites(model: Model) -> None:
    people = vary_between_people(model.table, 50, 1)
    spine, hip = (
        people[:, model.table.column(f"bone.turnover@{site}")]
        for site in ("lumbar_spine", "total_hip")
    )
    np.testing.assert_array_equal(spine, hip)


def test_what_goes_together_is_drawn_together(model: Model) -> None:
    """By the rule of variances: what is shared, and what two that share it have in common."""
    people = vary_between_people(model.table, COUNT, 1)
    turnover, ctx, pinp = (
        np.log(people[:, model.table.column(name)])
        for name in ("bone.turnover@total_hip", "ctx.usual", "pinp.usual")
    )
    shared = [
        model.table.parameter(name).between_people.together_with["bone.turnover"]  # type: ignore[union-attr]
        for name in ("ctx.usual", "pinp.usual")
    ]
    slip = 4 / np.sqrt(COUNT)
    assert np.corrcoef(turnover, ctx)[0, 1] == pytest.approx(shared[0], abs=slip)
    assert np.corrcoef(ctx, pinp)[0, 1] == pytest.approx(shared[0] * shared[1], abs=slip)


def test_knowledge_and_people_are_drawn_apart(model: Model) -> None:
    name = model.table.column("estradiol.peripheral_level")
    knowledge = np.log(vary_by_knowledge(model.table, None, COUNT, 1)[:, name])
    people = np.log(vary_between_people(model.table, COUNT, 1)[:, name])
    assert abs(np.corrcoef(knowledge, people)[0, 1]) < 4 / np.sqrt(COUNT)


def test_the_first_person_owes_nothing_to_what_is_not_known(model: Model) -> None:
    """Both draws begin with the same column: one stream for both would show here."""
    place = model.table.column("anastrozole.elimination")
    pairs = [
        [draw(model, seed)[0, place] for draw in (only_knowledge, only_people)]
        for seed in range(400)
    ]
    assert abs(np.corrcoef(np.log(pairs).T)[0, 1]) < 4 / np.sqrt(400)


def only_knowledge(model: Model, seed: int) -> np.ndarray:
    """Return one draw of what is not known."""
    return vary_by_knowledge(model.table, None, 1, seed)


def only_people(model: Model, seed: int) -> np.ndarray:
    """Return one draw of how people differ."""
    return vary_between_people(model.table, 1, seed)


@pytest.mark.parametrize("vary", ["knowledge", "people"])
def test_the_same_seed_is_the_same_and_more_keep_the_first(model: Model, vary: str) -> None:
    def draw(count: int, seed: int) -> np.ndarray:
        if vary == "people":
            return vary_between_people(model.table, count, seed)
        return vary_by_knowledge(model.table, None, count, seed)

    np.testing.assert_array_equal(draw(10, 3), draw(10, 3))
    np.testing.assert_array_equal(draw(30, 3)[:10], draw(10, 3))
    assert not np.array_equal(draw(10, 3), draw(10, 4))


def test_a_new_mechanism_leaves_the_draws_of_all_others_as_they_were(model: Model) -> None:
    smaller = Model([one for one in model.mechanisms if one.name != "zinc"])
    kept = [model.table.column(name) for name in smaller.table.columns]
    assert len(kept) < len(model.table.columns)
    for draw in (vary_between_people, represent_people):
        np.testing.assert_array_equal(draw(model.table, 9, 3)[:, kept], draw(smaller.table, 9, 3))
    np.testing.assert_array_equal(
        vary_by_knowledge(model.table, None, 9, 3)[:, kept],
        vary_by_knowledge(smaller.table, None, 9, 3),
    )


@pytest.fixture
def layer() -> Layer:
    """Return a layer of two parameters that are known together better than each alone."""
    return Layer(
        name="test",
        version="0",
        date="2026-01-01",
        data=(),
        parameters=("coupling.strength", "wnt.on_rankl"),
        fitted=("coupling.strength", "wnt.on_rankl"),
        values=(0.7, 0.3),
        spread_left=(0.5, 0.5),
        discrepancy={},
        draws=((0.6, 0.5), (0.7, 0.3), (0.8, 0.2)),
    )


def test_fitted_parameters_are_drawn_together(model: Model, layer: Layer) -> None:
    """Every draw is one of the layer's parameter sets, and all of them come as often."""
    factors = vary_by_knowledge(model.table, layer, 30, 2)
    places = [model.table.column(name) for name in layer.parameters]
    drawn = np.round(typical(model.table, layer, 30)[:, places] * factors[:, places], 12)
    found, counts = np.unique(drawn, axis=0, return_counts=True)
    np.testing.assert_allclose(found, sorted(layer.draws))
    assert list(counts) == [10, 10, 10]


def test_a_layer_leaves_the_draws_of_all_others_as_they_were(model: Model, layer: Layer) -> None:
    with_layer = vary_by_knowledge(model.table, layer, 20, 2)
    without = vary_by_knowledge(model.table, None, 20, 2)
    others = [
        place for place, name in enumerate(model.table.columns) if name not in layer.parameters
    ]
    np.testing.assert_array_equal(with_layer[:, others], without[:, others])


def test_the_typical_person_is_the_literature_or_the_layer(model: Model, layer: Layer) -> None:
    place = model.table.column("coupling.strength")
    plain, laid = typical(model.table, None, 3), typical(model.table, layer, 3)
    np.testing.assert_array_equal(plain, np.tile(model.table.values, (3, 1)))
    assert (laid[:, place] == 0.7).all()


@pytest.mark.parametrize("count", [8, 15, 64])
def test_a_few_people_stand_for_many(model: Model, count: int) -> None:
    """Mirrored and evenly spread: the logarithms average to nothing and spread as declared."""
    people = represent_people(model.table, count, 1)
    place = model.table.column("estradiol.peripheral_level")
    spread = model.table.parameter("estradiol.peripheral_level").between_people
    logs = np.log(people[: 2 * (count // 2), place])
    assert logs.mean() == pytest.approx(0.0, abs=1e-12)
    assert spread is not None
    assert logs.std() == pytest.approx(spread.log_sd, rel=0.1)
