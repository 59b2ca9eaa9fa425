"""From sessions to load: what counts more, what counts less, and what counts nothing."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.interventions.exercise.activity import Activity, activities, activity
from osteon.interventions.exercise.load import Training, relative_load
from osteon.vocabulary.site import Site

every_site = pytest.mark.parametrize("site", Site)
TRAINING = [one for one in activities().values() if not one.unloads]
UNLOADING = [one for one in activities().values() if one.unloads]
trainings = st.builds(
    Training,
    st.sampled_from(TRAINING),
    st.floats(0.0, 2.0),
    st.one_of(st.none(), st.floats(1.0, 120.0)),
    st.one_of(st.none(), st.floats(0.1, 1.0)),
    st.one_of(st.none(), st.floats(1.0, 500.0)),
)
lists = st.lists(trainings, max_size=4)


@every_site
def test_habitual_life_is_one(site: Site) -> None:
    assert relative_load([], site) == 1.0


@given(done=lists, site=st.sampled_from(Site))
def test_training_never_unloads(done: list[Training], site: Site) -> None:
    load = relative_load(done, site)
    assert math.isfinite(load)
    assert load >= 1.0


@given(done=lists, more=trainings, site=st.sampled_from(Site))
def test_doing_more_never_loads_less(done: list[Training], more: Training, site: Site) -> None:
    assert relative_load([*done, more], site) >= relative_load(done, site)


@given(done=lists, site=st.sampled_from(Site))
def test_the_order_of_activities_does_not_matter(done: list[Training], site: Site) -> None:
    assert relative_load(done[::-1], site) == pytest.approx(relative_load(done, site), rel=1e-12)


@given(one=trainings, site=st.sampled_from(Site))
def test_a_session_never_kept_counts_nothing(one: Training, site: Site) -> None:
    assert relative_load([replace(one, sessions=0.0)], site) == 1.0


@given(one=trainings, site=st.sampled_from(Site))
def test_twice_the_sessions_are_two_sessions(one: Training, site: Site) -> None:
    twice = relative_load([replace(one, sessions=2.0 * one.sessions)], site)
    assert twice == pytest.approx(relative_load([one, one], site), rel=1e-12)


@every_site
@pytest.mark.parametrize("done", UNLOADING, ids=lambda one: one.name)
def test_a_whole_day_unloaded_leaves_the_share_of_habitual_force(
    done: Activity, site: Site
) -> None:
    """As many loads of a smaller force: the stimulus is the ratio of the forces."""
    habitual = {Site.LUMBAR_SPINE: 2.0}.get(site, 2.38)
    expected = done.load[site] / habitual
    assert expected < 0.5
    assert relative_load([Training(done, 1.0)], site) == pytest.approx(expected)


@given(done=lists, site=st.sampled_from(Site), days=st.floats(1.0, 3.0))
def test_nobody_trains_while_every_day_is_unloaded(
    done: list[Training], site: Site, days: float
) -> None:
    rest = Training(activity("bed rest"), 1.0)
    unloaded = relative_load([replace(rest, sessions=days), *done], site)
    assert unloaded == pytest.approx(relative_load([rest], site), rel=1e-9)


@given(site=st.sampled_from(Site), less=st.floats(0.0, 0.9), more=st.floats(0.05, 1.0))
def test_more_days_in_bed_load_less(site: Site, less: float, more: float) -> None:
    def load(days: float) -> float:
        return relative_load([Training(activity("bed rest"), days)], site)

    assert load(min(1.0, less + more)) < load(less) <= 1.0


def test_half_the_days_in_bed_are_a_mean_of_stimuli() -> None:
    found = relative_load([Training(activity("bed rest"), 0.5)], Site.TOTAL_HIP)
    assert found == pytest.approx((0.5 + 0.5 * (0.5 / 2.38) ** 4) ** 0.25)


@every_site
def test_few_heavy_loads_count_more_than_many_light_ones(site: Site) -> None:
    jumps = Training(activity("jumping"), 3 / 7, impacts=50)
    walks = Training(activity("walking"), 1.0, minutes=60)
    assert relative_load([jumps], site) > relative_load([walks], site)


@every_site
def test_cycles_saturate(site: Site) -> None:
    """Rubin and Lanyon 1984: 36 cycles a day are as good as 1,800."""

    def gain(impacts: float) -> float:
        return relative_load([Training(activity("jumping"), 1.0, impacts=impacts)], site) - 1.0

    assert gain(1800.0) < 2.2 * gain(36.0)
    assert gain(36.0) > 5.0 * gain(1.0) / 2.0


@every_site
def test_the_same_force_as_habitual_follows_the_formula(site: Site) -> None:
    """Half an hour of walking at the force of habitual hip load: a sum of logarithms."""
    walk = activity("walking")
    cycles = walk.cycles_per_minute * 30.0
    habitual = replace(walk, load=dict.fromkeys(Site, 2.38))
    found = relative_load([Training(habitual, 1.0, minutes=30.0)], Site.TOTAL_HIP)
    expected = (1.0 + math.log1p(cycles) / math.log1p(2500.0)) ** 0.25
    assert found == pytest.approx(expected, rel=1e-12)


def test_a_session_of_unsaid_length_takes_half_an_hour() -> None:
    walk = activity("walking")
    unsaid = relative_load([Training(walk, 1.0)], Site.TOTAL_HIP)
    assert unsaid == relative_load([Training(walk, 1.0, minutes=30.0)], Site.TOTAL_HIP)


@every_site
def test_intensity_counts_for_resistance_training_alone(site: Site) -> None:
    def load(name: str, intensity: float | None) -> float:
        return relative_load([Training(activity(name), 1.0, intensity=intensity)], site)

    squat = "progressive resistance training"
    assert load(squat, 0.4) < load(squat, 0.8) < load(squat, 0.9)
    assert load(squat, None) == pytest.approx(load(squat, 0.8))
    assert load("walking", 0.4) == load("walking", 0.9)
