"""Practice: minutes that count for muscle and for balance."""

from __future__ import annotations

import pytest

from osteon.interventions.exercise.activity import activities, activity
from osteon.interventions.exercise.load import Training
from osteon.interventions.exercise.practice import balance_practice, resistance_practice


def test_resistance_training_counts_its_minutes_by_intensity() -> None:
    squat = activity("progressive resistance training")
    assert resistance_practice([Training(squat, 2 / 7, 35.0)]) == pytest.approx(10.0)
    assert resistance_practice([Training(squat, 2 / 7, 35.0, 0.8)]) == pytest.approx(10.0)
    assert resistance_practice([Training(squat, 2 / 7, 35.0, 0.4)]) == pytest.approx(5.0)
    assert resistance_practice([Training(squat, 2 / 7, 35.0, 0.0)]) == 0.0


def test_an_unsaid_length_is_half_an_hour() -> None:
    assert resistance_practice([Training(activity("squats"), 1.0)]) == pytest.approx(30.0)


@pytest.mark.parametrize(
    ("name", "share"),
    [("tai chi", 1.0), ("balance training", 1.0), ("dancing", 2 / 3), ("aerobics", 1 / 3),
     ("walking", 0.0), ("brisk walking", 0.0), ("running", 0.0), ("swimming", 0.0)],
)  # fmt: skip
def test_balance_counts_by_what_challenges_it(name: str, share: float) -> None:
    done = Training(activity(name), 3 / 7, 70.0)
    assert balance_practice([done]) == pytest.approx(30.0 * share)


def test_several_activities_add_up() -> None:
    done = [Training(activity("tai chi"), 1 / 7, 70.0), Training(activity("yoga"), 1 / 7, 105.0)]
    assert balance_practice(done) == pytest.approx(20.0)
    assert resistance_practice(done) == 0.0
    assert balance_practice([]) == 0.0


def test_only_the_category_of_resistance_trains_muscle() -> None:
    trained = {
        row.category
        for row in activities().values()
        if resistance_practice([Training(row, 1.0)]) > 0.0
    }
    assert trained == {"resistance"}
