"""The statistics of trials against published examples, other programs and the laws they obey."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from osteon.people.population.streams import Streams
from osteon.trials.changes import Change, Difference, percent_change
from osteon.trials.events import first_day, leaving_days
from osteon.trials.hazard_ratio import hazard_ratio, log_hazard_ratio
from osteon.trials.incidence import Incidence, cumulative, incidence_of
from osteon.trials.power import (
    number_needed,
    number_needed_for_events,
    power_by_resampling,
    power_of_t_test,
)

Followed = tuple[np.ndarray, np.ndarray]

# Weeks in remission on 6-mercaptopurine and on placebo; + still so (Freireich 1963, Blood 21:699).
TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"


def remissions(words: str) -> Followed:
    weeks = np.array([float(word.rstrip("+")) for word in words.split()])
    return np.where([word.endswith("+") for word in words.split()], np.nan, weeks), weeks


def test_the_hazard_ratio_of_freireich_is_found() -> None:
    """By Efron's ties 1.572 with a standard error of 0.412 (R survival, coxph, as published)."""
    log_ratio, se = log_hazard_ratio(remissions(PLACEBO), remissions(TREATED))
    assert log_ratio == pytest.approx(1.572, abs=0.001)
    assert se == pytest.approx(0.412, abs=0.001)


def test_alike_arms_have_a_hazard_ratio_of_one() -> None:
    ratio = hazard_ratio("a", "b", "x", remissions(TREATED), remissions(TREATED))
    assert ratio is not None
    assert ratio.ratio == pytest.approx(1.0, abs=1e-12)
    assert ratio.p == pytest.approx(1.0)


def test_without_events_there_is_no_ratio() -> None:
    none = np.full(21, np.nan), np.full(21, 30.0)
    assert hazard_ratio("a", "b", "x", remissions(TREATED), none) is None


def test_incidence_without_rivals_is_one_less_kaplan_and_meier() -> None:
    """Of the treated 0.690 are free after 13 weeks and 0.448 in the end (a textbook's table)."""
    event, followed = remissions(TREATED)
    times, curve, variance = cumulative(event, followed, np.zeros(21))
    assert 1 - curve[np.searchsorted(times, 13.0)] == pytest.approx(0.690, abs=0.001)
    assert 1 - curve[-1] == pytest.approx(0.448, abs=0.001)
    assert math.sqrt(variance[-1]) == pytest.approx(0.135, abs=0.001)


@given(st.integers(1, 39), st.integers(40, 60))
def test_everyone_followed_gives_the_plain_share_and_its_variance(events: int, people: int) -> None:
    event = np.full(people, np.nan)
    event[:events] = np.arange(events) + 1.0
    curve, variance = cumulative(event, np.full(people, 100.0), np.zeros(people))[1:]
    share = events / people
    assert curve[-1] == pytest.approx(share)
    assert variance[-1] == pytest.approx(share * (1 - share) / people)


def test_death_is_a_rival() -> None:
    """Of four one dies first and one then has the event: 1/4, where Kaplan and Meier say 1/3."""
    event = np.array([np.nan, 2.0, np.nan, np.nan])
    followed = np.array([1.0, 2.0, 3.0, 3.0])
    found = incidence_of("a", "x", event, followed, np.array([1.0, 0.0, 0.0, 0.0]))
    assert found.percent == pytest.approx(25.0)


def test_no_event_leaves_room_above() -> None:
    """Rule of three: about 3.7 / n at 97.5 %."""
    found = incidence_of("a", "x", np.full(150, np.nan), np.full(150, 9.0), np.zeros(150))
    assert (found.percent, found.low) == (0.0, 0.0)
    assert found.high == pytest.approx(100 * 3.69 / 150, rel=0.02)


def counted(events: int, people: int) -> Incidence:
    """Return so many events of people who were all followed."""
    event = np.full(people, np.nan)
    event[:events] = 1.0 + np.arange(events)
    return incidence_of("a", "x", event, np.full(people, 900.0), np.zeros(people))


@pytest.mark.parametrize(
    ("people", "percent"),
    [(25, 5), (25, 20), (200, 0.5), (200, 2), (500, 0.5), (500, 1), (500, 40)],
)
def test_the_interval_of_an_incidence_holds_the_truth_as_often_as_it_says(
    people: int, percent: float
) -> None:
    """Where all are followed events are binomial, so that the coverage can be summed exactly."""
    likely = range(int(stats.binom.isf(1e-9, people, percent / 100)) + 1)
    found = [counted(events, people) for events in likely]
    chance = stats.binom.pmf(np.arange(len(found)), people, percent / 100)
    held = np.array([one.low <= percent <= one.high for one in found])
    assert chance @ held > 0.925


def test_more_events_have_higher_limits() -> None:
    found = [counted(events, 25) for events in range(26)]
    assert np.all(np.diff([one.low for one in found]) > 0)
    assert np.all(np.diff([one.high for one in found])[:-1] > 0)
    assert found[-1].high == 100.0


@pytest.mark.parametrize(
    ("effect", "count", "power"),
    [(0.5, 64, 0.8015), (0.5, 86, 0.9032), (0.2, 394, 0.8009), (0.8, 26, 0.8075)],
)
def test_power_is_that_of_cohen(effect: float, count: int, power: float) -> None:
    """Cohen's d, two arms, two-sided 5 %, as G*Power gives it."""
    assert power_of_t_test(effect, 1.0, 1.0, count) == pytest.approx(power, abs=0.0006)


@pytest.mark.parametrize(
    ("effect", "power", "count"), [(0.5, 0.8, 64), (0.5, 0.9, 86), (0.8, 0.8, 26)]
)
def test_the_number_needed_is_that_of_cohen(effect: float, power: float, count: int) -> None:
    assert number_needed(effect, 1.0, 1.0, power) == count


def test_a_difference_of_nothing_needs_more_than_anyone_has() -> None:
    assert number_needed(0.0, 1.0, 1.0, 0.8) is None
    assert number_needed_for_events(1.0, 0.1, 0.1, 0.8) is None


def test_events_needed_are_those_of_schoenfeld() -> None:
    """A hazard ratio of 0.7 at 80 % needs 247 events."""
    assert number_needed_for_events(0.7, 0.5, 0.5, 0.8) == 247


@settings(max_examples=30)
@given(st.floats(0.01, 5), st.floats(0.1, 5), st.floats(0.1, 5), st.integers(2, 500))
def test_power_rises_with_size(difference: float, sd: float, other: float, count: int) -> None:
    less = power_of_t_test(difference, sd, other, count)
    assert power_of_t_test(difference, sd, other, count + 5) >= less - 1e-9
    assert 0.05 - 1e-6 <= less <= 1 + 1e-9


@pytest.mark.parametrize("count", [10, 40, 90])
def test_resampling_agrees_with_the_formula(count: int) -> None:
    """2,000 trials: within four standard errors of a share; the people are normal."""
    drawn = Streams(1, 0, 40_000)
    one, other = 1.0 + 2.0 * drawn.normal("a"), 3.0 * drawn.normal("b")
    sds = one.std(ddof=1), other.std(ddof=1)
    by_formula = power_of_t_test(one.mean() - other.mean(), *sds, count)
    found = power_by_resampling(one, other, count, 1, 2_000)
    assert found == pytest.approx(by_formula, abs=4 * math.sqrt(0.25 / 2_000))


def test_means_and_intervals_are_students() -> None:
    """Student's own sleep data, 1908: 0.75 and 2.33 hours, p of Welch 0.0794."""
    one = np.array([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
    two = np.array([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
    found = Difference.between("two", "one", "ctx", 1.0, two, one)
    assert found is not None
    assert found.difference == pytest.approx(1.58)
    assert found.p == pytest.approx(0.0794, abs=1e-4)
    assert (found.low, found.high) == pytest.approx((-0.2055, 3.3655), abs=1e-3)
    change = Change.of("one", "ctx", 1.0, np.append(one, np.nan))
    assert (change.measured, change.missing, change.mean) == (10, 1, pytest.approx(0.75))
    interval = stats.ttest_1samp(one, 0.0).confidence_interval()
    assert (change.low, change.high) == pytest.approx((interval.low, interval.high))


def test_responders_changed_by_more_than_two_scans_could() -> None:
    """The least significant change of the spine is 2.77 times 1.08 %."""
    found = Change.of("a", "bmd_lumbar_spine", 12.0, np.array([3.1, 2.9, -2.9, -3.1, 0.0]))
    assert (found.gained, found.lost) == (20.0, 20.0)


@settings(max_examples=20)
@given(st.integers(0, 1000), st.integers(2, 200))
def test_alike_arms_do_not_differ_at_all(seed: int, count: int) -> None:
    values = Streams(seed, 0, count).normal("x")
    found = Difference.between("a", "b", "ctx", 1.0, values, values.copy())
    assert found is not None
    assert found.difference == 0.0
    assert found.p == pytest.approx(1.0)


def test_arms_without_any_spread_are_told_apart_or_not() -> None:
    same = Difference.between("a", "b", "ctx", 1.0, np.ones(3), np.ones(3))
    other = Difference.between("a", "b", "ctx", 1.0, np.ones(3), np.zeros(3))
    assert same is not None
    assert other is not None
    assert (same.p, other.p) == (1.0, 0.0)
    assert Difference.between("a", "b", "ctx", 1.0, np.ones(1), np.ones(3)) is None


def test_the_standard_error_falls_with_people_in_expectation() -> None:
    drawn = Streams(1, 0, 300_000).normal("x").reshape(200, -1)
    errors = [
        np.mean([Change.of("a", "ctx", 1.0, row[:count]).se for row in drawn])
        for count in (10, 40, 160, 640)
    ]
    assert errors == sorted(errors, reverse=True)
    assert errors[1] / errors[3] == pytest.approx(4.0, rel=0.05)


def test_a_constant_hazard_gives_exponential_days() -> None:
    times = np.linspace(0.0, 4000.0, 30)
    uniform = Streams(1, 0, 20_000).uniform("x")
    days = first_day(np.tile(1e-3 * times, (20_000, 1)), times, uniform)
    there = np.isfinite(days)
    assert there.mean() == pytest.approx(1 - math.exp(-4), abs=0.006)
    np.testing.assert_allclose(days[there], -1e3 * np.log(uniform[there]))


def test_as_many_leave_in_a_year_as_are_said_to() -> None:
    days = leaving_days(0.12, Streams(1, 0, 20_000))
    assert (days < 365.25).mean() == pytest.approx(0.12, abs=0.01)
    assert (days < 3 * 365.25).mean() == pytest.approx(1 - 0.88**3, abs=0.015)
    assert np.isinf(leaving_days(None, Streams(1, 0, 5))).all()


def test_a_change_is_missing_where_either_visit_is() -> None:
    found = percent_change(np.array([1.1, np.nan]), np.array([1.0, 1.0]))
    assert found[0] == pytest.approx(10.0)
    assert np.isnan(found[1])
