"""Contributions: what each part adds, made so that they add up to the whole."""

from __future__ import annotations

from collections.abc import Callable
from math import factorial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from osteon.language import Case, Strategy
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.attribution import attribution_of
from osteon.reports.parts import differing, mixed, parts_of
from osteon.reports.setting import Setting, last, setting_of
from osteon.reports.shares import shares
from osteon.simulation.trajectory import Trajectory, key_of
from osteon.vocabulary.site import Site

Asked = Callable[..., Setting]
Array = NDArray[np.float64]
TRAINING = "progressive resistance training"
DRUGS = (
    "anastrozole 1 mg daily for 5 years", "letrozole 2.5 mg daily", "tamoxifen 20 mg daily",
    "risedronate 35 mg weekly", "zoledronic acid 4 mg every 6 months",
    "denosumab 60 mg every 6 months", "teriparatide 20 ug daily for 2 years",
)  # fmt: skip
ACTIVITIES = ("walking", TRAINING, "balance training")


def bmd_change(trajectory: Trajectory, site: Site) -> float:
    key = key_of(trajectory.model, f"bmd@{site}")
    return 100 * (last(trajectory, key) / float(trajectory.at(key)[0, 0]) - 1)


def test_parts_are_drugs_diet_and_activities(asked: Asked) -> None:
    own = asked("all").case.strategies["all"]
    assert set(parts_of(own)) == {"anastrozole", "risedronate", "diet", TRAINING}
    assert parts_of(asked("nothing").case.strategies["nothing"]) == {}


def test_each_activity_is_a_part_of_its_own(asked: Asked) -> None:
    own = asked("all").case.strategies["all"]
    walking = own.exercise[0].model_copy(update={"activity": "walking"})
    both = own.model_copy(update={"exercise": (*own.exercise, walking)})
    assert differing(both, own) == ["walking"]
    assert mixed(both, own, {"walking"}).exercise == both.exercise
    assert mixed(both, own, set()).exercise == own.exercise


def test_a_part_that_both_have_in_another_way_is_one_part(asked: Asked) -> None:
    case = asked().case
    low, high = (
        Case(person=case.person, strategies={"x": {"drugs": [f"alendronate {dose} mg weekly"]}})
        .strategies["x"] for dose in (35, 70)
    )  # fmt: skip
    assert differing(low, high) == ["alendronate"]
    assert mixed(low, high, {"alendronate"}) == low


def test_two_parts_that_act_together_share_evenly() -> None:
    """On paper: 2 and 3 alone, 9 together; each gets half of the 4 that only both do."""
    worth = {(): 0.0, ("a",): 2.0, ("b",): 3.0, ("a", "b"): 9.0}

    def value(some: frozenset[str]) -> Array:
        return np.array([worth[tuple(sorted(some))]])

    assert {name: float(one[0]) for name, one in shares(["a", "b"], value).items()} == {
        "a": 4.0,
        "b": 5.0,
    }


def test_a_glove_game_on_paper() -> None:
    """One left glove and two right ones: Shapley gives 2/3 to the left, 1/6 to each right."""

    def value(some: frozenset[str]) -> Array:
        return np.array([float("left" in some and len(some) > 1)])

    found = shares(["left", "right", "other right"], value)
    assert [float(one[0]) for one in found.values()] == pytest.approx([2 / 3, 1 / 6, 1 / 6])


@given(st.integers(0, 8), st.integers(0, 2**32 - 1))
def test_shares_add_up_however_many_parts_there_are(count: int, seed: int) -> None:
    names = [f"part {number}" for number in range(count)]

    def value(some: frozenset[str]) -> Array:
        place = sum(1 << names.index(one) for one in some)
        return np.random.default_rng([seed, place]).normal(0, 10, (2, 3))

    found = shares(names, value)
    whole = value(frozenset(names)) - value(frozenset())
    total = sum(found.values(), np.zeros((2, 3)))
    assert total == pytest.approx(whole, abs=1e-9 * factorial(min(count, 3)) / 6)


@st.composite
def strategies(draw: st.DrawFn) -> dict[str, object]:
    """Draw anything that may be done, wise or not."""
    content: dict[str, object] = {"drugs": draw(st.lists(st.sampled_from(DRUGS), max_size=2,
                                                         unique=True))}  # fmt: skip
    if draw(st.booleans()):
        content["diet"] = {"calcium": f"{draw(st.integers(300, 2000))} mg/day"}
    activities = draw(st.lists(st.sampled_from(ACTIVITIES), max_size=1))
    content["exercise"] = [
        {"activity": one, "sessions": "2 per week", "minutes": 45} for one in activities
    ]
    return content


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies(), strategies(), st.integers(1, 12), st.sampled_from(["bmd", "ctx", "estradiol"]))
def test_the_difference_between_any_two_strategies_is_the_sum_of_its_parts(
    asked: Asked, one: dict[str, object], other: dict[str, object], month: int, quantity: str
) -> None:
    case = asked().case
    pair = Case(
        person=case.person, usual=case.usual, horizon="1 year", strategies={"a": one, "b": other}
    )
    setting = setting_of(standard(), current_layer(), pair, "a", float(month), "b")
    attribution = attribution_of(setting, quantity)
    for site, whole in attribution.whole.items():
        total = sum((part[site] for part in attribution.parts.values()), np.zeros_like(whole))
        assert total == pytest.approx(whole - attribution.usual[site], abs=1e-9)
    if quantity == "bmd":
        change = bmd_change(setting.treated, Site.LUMBAR_SPINE)
        place = attribution.place(float(month))
        assert attribution.whole[Site.LUMBAR_SPINE][place] == pytest.approx(change, abs=1e-3)


def test_a_contribution_lies_between_what_a_part_does_alone_and_beside_the_others(
    asked: Asked,
) -> None:
    setting = asked("all", 24.0)
    attribution, site = attribution_of(setting), Site.TOTAL_HIP
    own = setting.case.strategies["all"]

    def change(strategy: Strategy) -> float:
        treatment = strategy.on_top_of(setting.case.usual)
        return bmd_change(setting.simulated(treatment, (0.0, 24.0)), site)

    def only(*drugs: str) -> Strategy:
        return Strategy().but(drugs=drugs) if drugs else Strategy()

    words = [course for course in own.drugs if course.drug == "risedronate"]
    alone = change(Strategy().model_copy(update={"drugs": tuple(words)})) - change(only())
    rest = own.model_copy(update={"drugs": own.drugs[:1]})
    beside = bmd_change(setting.treated, site) - change(rest)
    part = float(attribution.parts["risedronate"][site][attribution.place(24.0)])
    assert min(alone, beside) - 1e-3 <= part <= max(alone, beside) + 1e-3


def test_a_single_part_is_the_whole_effect(asked: Asked) -> None:
    attribution = attribution_of(asked("inhibitor"))
    for site in Site:
        assert attribution.parts["anastrozole"][site] == pytest.approx(attribution.effect(site))
        assert (attribution.parts["anastrozole"][site] < 0).all()


def test_what_may_be_zero_is_attributed_in_its_own_unit(asked: Asked) -> None:
    attribution = attribution_of(asked("inhibitor"), "anastrozole")
    assert attribution.unit != "%"
    assert (attribution.parts["anastrozole"][None][:1] > 0).all()


def test_every_year_and_the_month_that_was_asked_for(asked: Asked) -> None:
    assert attribution_of(asked("inhibitor", 18.0)).months == (12, 18, 24, 36, 48)
