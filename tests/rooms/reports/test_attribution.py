"""Contributions: each part cut out in turn, the remainder shown as interaction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from osteon.reports.attribution import attribution_of
from osteon.reports.parts import without_each_part
from osteon.reports.setting import Setting, last
from osteon.simulation.trajectory import Trajectory, key_of
from osteon.vocabulary.site import Site

Asked = Callable[..., Setting]
TRAINING = "progressive resistance training"


def bmd_change(trajectory: Trajectory, site: Site) -> float:
    key = key_of(trajectory.model, f"bmd@{site}")
    return 100 * (last(trajectory, key) / float(trajectory.at(key)[0, 0]) - 1)


def test_parts_are_drugs_diet_and_activities(asked: Asked) -> None:
    own = asked("all").case.strategies["all"]
    rest = without_each_part(own)
    assert list(rest) == ["anastrozole", "risedronate", "diet", TRAINING]
    assert [course.drug for course in rest["anastrozole"].drugs] == ["risedronate"]
    assert rest["diet"].diet.calcium is None
    assert rest[TRAINING].exercise == ()
    assert without_each_part(asked("nothing").case.strategies["nothing"]) == {}


def test_each_activity_is_a_part_of_its_own(asked: Asked) -> None:
    own = asked("all").case.strategies["all"]
    walking = own.exercise[0].model_copy(update={"activity": "walking"})
    both = own.model_copy(update={"exercise": (*own.exercise, walking)})
    rest = without_each_part(both)
    assert rest[TRAINING].exercise == (walking,)
    assert rest["walking"].exercise == own.exercise


def test_a_contribution_is_what_the_strategy_loses_without_the_part(asked: Asked) -> None:
    setting = asked("all", 24.0)
    attribution, site = attribution_of(setting), Site.TOTAL_HIP
    own = setting.case.strategies["all"]
    alone = own.model_copy(update={"drugs": own.drugs[:1]}).on_top_of(setting.case.usual)
    without = setting.simulated(alone, (0.0, 24.0))
    lost = bmd_change(setting.treated, site) - bmd_change(without, site)
    place = attribution.place(24.0)
    assert attribution.parts["risedronate"][site][place] == pytest.approx(lost, abs=1e-3)


def test_parts_and_their_interaction_make_the_strategy(asked: Asked) -> None:
    attribution = attribution_of(asked("all"))
    for site in Site:
        total = attribution.usual[site] + attribution.interaction(site)
        total = total + sum(part[site] for part in attribution.parts.values())
        assert total == pytest.approx(attribution.whole[site])


def test_a_single_part_has_nothing_to_interact_with(asked: Asked) -> None:
    attribution = attribution_of(asked("inhibitor"))
    for site in Site:
        assert attribution.interaction(site) == pytest.approx(0.0, abs=1e-9)
        assert (attribution.parts["anastrozole"][site] < 0).all()


def test_every_year_and_the_month_that_was_asked_for(asked: Asked) -> None:
    assert attribution_of(asked("inhibitor", 18.0)).months == (12, 18, 24, 36, 48)
