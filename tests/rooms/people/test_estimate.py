"""The number a trial reports of its arms, its variance and its interval, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.errors import InputError
from osteon.language.observation import Observation
from osteon.people.estimate import Estimate, estimate_of


def estimate(versus: str | None = None, **words: object) -> Estimate:
    """Return how an observation at month 36 is estimated."""
    between = {"versus": versus} if versus else {}
    return estimate_of(
        Observation.model_validate(
            {"arm": "a", "month": 36, "endpoint": "fracture_hip"} | between | words
        )
    )


RISK = estimate("b", relative_risk=0.5)
HAZARD = estimate("b", hazard_ratio=0.5)
SHARE = estimate(cumulative="3 %")
POINTS = estimate("b", cumulative="3 %")
ALIKE = np.full(4, 0.2)
UNLIKE = np.array([0.1, 0.3])


def test_incidence_with_a_constant_hazard_on_paper() -> None:
    """0.02 a year over five years: 1 - exp(-0.1) = 9.516 %."""
    assert SHARE.of([np.full(3, 5 * 0.02)]) == pytest.approx(9.5163, abs=1e-4)


def test_risks_are_averaged_over_people_and_not_hazards() -> None:
    """Half of the women at 0.1 and half at 0.3: 100 (1 - (e^-0.1 + e^-0.3) / 2) %."""
    expected = 100 * (1 - (np.exp(-0.1) + np.exp(-0.3)) / 2)
    assert SHARE.of([UNLIKE]) == pytest.approx(expected)
    assert POINTS.of([UNLIKE, 0.5 * UNLIKE]) == pytest.approx(
        expected - 100 * (1 - (np.exp(-0.05) + np.exp(-0.15)) / 2)
    )


def test_ratios_are_of_means_and_not_means_of_ratios() -> None:
    """One woman of high risk halved, one of low risk not helped: not the mean of 0.5 and 1."""
    treated, control = np.array([0.2, 0.01]), np.array([0.4, 0.01])
    risks = [1 - (np.exp(-0.2) + np.exp(-0.01)) / 2, 1 - (np.exp(-0.4) + np.exp(-0.01)) / 2]
    assert RISK.of([treated, control]) == pytest.approx(risks[0] / risks[1])
    hazards = [-np.log(1 - risk) for risk in risks]
    assert HAZARD.of([treated, control]) == pytest.approx(hazards[0] / hazards[1])


def test_who_will_surely_have_the_event_counts_once() -> None:
    """A survival curve shows one of three women with the event, however high her hazard was."""
    arm, other = np.array([50.0, 0.0, 0.0]), np.array([0.0, 0.1, 0.1])
    assert HAZARD.of([arm, other]) == pytest.approx(
        np.log(1.5) / -np.log((1 + 2 * np.exp(-0.1)) / 3)
    )


@pytest.mark.parametrize("ratio", [RISK, HAZARD])
def test_an_arm_over_itself_is_one(ratio: Estimate) -> None:
    assert ratio.of([UNLIKE, UNLIKE]) == 1.0


def test_ratios_leave_the_people_of_each_draw_together() -> None:
    draws = np.array([[0.1, 0.1], [0.2, 0.2], [0.4, 0.4]])
    np.testing.assert_allclose(HAZARD.of([draws, np.full((3, 2), 0.2)]), [0.5, 1.0, 2.0])


def test_the_error_of_a_ratio_comes_from_events() -> None:
    """FREEDOM, about: 86 of 3702 against 264 of 3691; 1/86 + 1/264, interval 0.25 to 0.42.

    Published 0.32 (0.26 to 0.41).
    """
    drug, placebo = (-np.log1p(-np.array([x])) for x in (86 / 3702, 264 / 3691))
    variance = RISK.sampling([drug, placebo], [3702, 3691])
    assert variance == pytest.approx(1 / 86 + 1 / 264)
    point = float(RISK.of([drug, placebo]))
    low, high = RISK.interval(point, np.full(9, point), variance)
    assert point == pytest.approx(0.325, abs=0.001)
    assert (low, high) == pytest.approx((0.255, 0.414), abs=0.003)


def test_knowledge_and_sampling_add_on_the_scale_of_the_error() -> None:
    """Draws whose logarithm spreads by 0.3 beside a sampling error of 0.4 give 0.5."""
    draws = np.exp(0.3 * np.array([-1.0, 1.0]))
    low, high = HAZARD.interval(1.0, draws, 0.16)
    assert (low, high) == pytest.approx((np.exp(-0.98), np.exp(0.98)))


def test_the_error_of_an_incidence_is_binomial() -> None:
    """10 % of 1000: standard error 0.95 points, far from the ends symmetric about."""
    people = np.array([-np.log(0.9)])
    low, high = SHARE.interval(10.0, np.full(3, 10.0), SHARE.sampling([people], [1000]))
    half = 1.96 * 100 * np.sqrt(0.1 * 0.9 / 1000)
    assert (high - low) / 2 == pytest.approx(half, rel=0.01)


def test_an_interval_of_an_incidence_stays_between_nobody_and_everybody() -> None:
    for people in (np.array([1e-4]), np.array([7.0])):
        point = float(SHARE.of([people]))
        low, high = SHARE.interval(point, np.full(3, point), SHARE.sampling([people], [20]))
        assert 0.0 <= low < point < high <= 100.0


def test_points_between_arms_carry_both_errors() -> None:
    variance = POINTS.sampling([ALIKE, ALIKE], [100, 400])
    risk = 1 - np.exp(-0.2)
    assert variance == pytest.approx(1e4 * risk * (1 - risk) * (1 / 100 + 1 / 400))


def test_no_time_no_event() -> None:
    """Zero follow-up: nobody has the event, without doubt, and there is no ratio."""
    nobody = np.zeros(5)
    assert SHARE.of([nobody]) == 0.0
    assert SHARE.interval(0.0, np.zeros(3), SHARE.sampling([nobody], [50])) == (0.0, 0.0)
    assert POINTS.of([nobody, nobody]) == 0.0
    for ratio in (RISK, HAZARD):
        with pytest.raises(InputError, match="no event is to be expected yet; give a later month"):
            ratio.of([nobody, nobody])


@pytest.mark.parametrize(
    "words",
    [
        {"endpoint": "ctx", "level": "0.4 ng/mL"},
        {"endpoint": "ctx", "absolute": "0.1 ng/mL"},
        {"endpoint": "ctx", "difference": "-30 %"},
        {"endpoint": "bmd_total_hip", "t_score_change": -0.1},
    ],
)
def test_what_is_measured_is_this_arm_less_the_other(words: dict[str, object]) -> None:
    between = estimate("b", **words)
    assert between.of([np.array([1.0, 3.0]), np.array([0.5, 0.5])]) == pytest.approx(1.5)
    assert estimate("b", **words, statistic="median").of(
        [np.array([1.0, 3.0, 9.0]), np.zeros(3)]
    ) == pytest.approx(3.0)
    low, high = between.interval(1.5, np.array([1.0, 2.0]), 0.75)
    assert (low, high) == pytest.approx((1.5 - 1.96, 1.5 + 1.96))
