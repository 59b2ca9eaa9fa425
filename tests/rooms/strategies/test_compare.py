"""Strategies side by side: differences within members, limits of detection, what differs."""

from __future__ import annotations

import pytest

from osteon.language.strategy import Strategy
from osteon.people.weighted import weighted_quantiles
from osteon.strategies.compare import compare
from osteon.strategies.forecast import Forecast
from osteon.strategies.in_words import phrases
from osteon.strategies.simulate import simulate


def test_a_row_for_every_strategy_pair_site_and_month(forecast: Forecast) -> None:
    comparison = compare(forecast)
    assert comparison.months == (12, 24, 36)
    assert len(comparison.changes) == 2 * 3 * 3
    assert {(row.strategy, row.versus) for row in comparison.differences} == {
        ("with risedronate", "alone")
    }


def test_a_difference_is_the_middle_of_the_members_own_differences(forecast: Forecast) -> None:
    one, other = (forecast[name].bmd_total_hip.values for name in ("with risedronate", "alone"))
    own = 100 * (one[:, 36] / one[:, 0] - other[:, 36] / other[:, 0])
    row = next(
        row
        for row in compare(forecast).differences
        if (row.endpoint, row.month) == ("bmd_total_hip", 36)
    )
    weights = forecast.update.weights
    (middle,) = weighted_quantiles(own[:, None], weights, (0.5,))
    assert row.difference.median == pytest.approx(middle[0])
    assert row.share_better == pytest.approx(weights[own > 0].sum())


def test_a_strategy_does_not_differ_from_itself(forecast: Forecast) -> None:
    same = Strategy(drugs=["anastrozole 1 mg daily for 5 years"])
    twin = simulate(forecast.case.person, {"a": same, "b": same}, horizon="1 year", members=4)
    comparison = compare(twin)
    assert {tuple(row.difference) for row in comparison.differences} == {(0.0, 0.0, 0.0)}
    assert comparison.only("a", "b") == ()


def test_detectable_is_beyond_two_point_seven_seven_times_the_error(forecast: Forecast) -> None:
    """ISCD: least significant change = 2.77 x precision error; spine 1.08 %, so 2.99 %."""
    rows = [row for row in compare(forecast).changes if row.endpoint == "bmd_lumbar_spine"]
    for row in rows:
        assert row.least_significant_change == pytest.approx(2.77 * 1.08)
        assert row.detectable == (abs(row.change.median) > 2.77 * 1.08)


def test_what_differs_is_said_in_phrases(forecast: Forecast) -> None:
    comparison = compare(forecast)
    assert comparison.only("with risedronate", "alone") == (
        "risedronate 35 mg every week, months 0 to 36",
        "calcium 1200 mg/day (diet)",
    )
    assert comparison.only("alone", "with risedronate") == ("calcium 750 mg/day (diet)",)


def test_everything_that_can_be_done_has_a_phrase() -> None:
    strategy = Strategy(
        drugs=[
            {"drug": "zoledronic acid", "dose": "5 mg", "once": "month 6"},
            {
                "drug": "denosumab", "dose": "60 mg", "every": "6 months", "from": "month 12",
                "adherence": "80 %",
            },
        ],
        diet={"foods": [{"food": "kefir", "amount": "200 g"}]},
        supplements={"vitamin_d": "800 IU/day"},
        exercise=[
            {"activity": "jumping", "sessions": "3 per week", "impacts": 50, "from": "month 1"}
        ],
        procedures=[{"procedure": "oophorectomy", "at": "month 0"}],
    )  # fmt: skip
    assert phrases(strategy) == (
        "zoledronic acid 5 mg once at month 6",
        "denosumab 60 mg every 6 months from month 12, 80 % taken",
        "200 g kefir a day",
        "vitamin D 800 IU/day (supplement)",
        "jumping, 3 per week, 50 impacts from month 1",
        "oophorectomy at month 0",
    )
