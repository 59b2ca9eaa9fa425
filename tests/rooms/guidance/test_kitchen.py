"""What a diet adds up to, from the figures of USDA SR28 by hand."""

from __future__ import annotations

import pytest

from osteon import Person, Strategy
from osteon.errors import UnknownNameError
from osteon.guidance.kitchen import Sum, sums_of

PERSON = Person(age="62 years")


def kitchen(**said: object) -> dict[str, Sum]:
    return {one.nutrient: one for one in sums_of(PERSON, Strategy(**said))}


def test_foods_add_to_what_is_stated() -> None:
    """Milk with 2 % fat: 120 mg calcium and 3.30 g protein in 100 g; a cup is 244 g."""
    milk = {"food": "milk", "amount": "244 g"}
    found = kitchen(diet={"calcium": "700 mg/day", "foods": [milk]})
    assert found["calcium"].total == pytest.approx(700 + 2.44 * 120)
    assert found["protein"].foods == (pytest.approx(2.44 * 3.30 / 68),)
    assert found["calcium"].too_little
    assert not kitchen(diet={"calcium": "1000 mg/day", "foods": [milk]})["calcium"].too_little


def test_what_is_eaten_by_the_week_counts_by_the_day() -> None:
    """Prunes by weight: 350 g a week are 50 g a day."""
    found = kitchen(diet={"foods": [{"food": "prunes", "amount": "350 g", "per": "week"}]})
    assert found["prunes"].total == pytest.approx(50)


def test_the_calcium_of_spinach_counts_for_little() -> None:
    """136 mg in 100 g of boiled spinach, of which the gut takes up 5 % and not 32 %."""
    (given,) = kitchen(diet={"foods": [{"food": "spinach", "amount": "100 g"}]})["calcium"].foods
    assert given == pytest.approx(136 * 0.05 / 0.32, rel=0.03)


def test_what_nobody_measured_is_not_known_and_adds_nothing() -> None:
    found = kitchen(diet={"foods": [{"food": "kale, boiled", "amount": "100 g"}]})["vitamin_k2"]
    assert found.foods == (None,)
    assert found.total == found.base


def test_a_limit_on_tablets_counts_tablets_alone() -> None:
    assert not kitchen(diet={"magnesium": "600 mg/day"})["magnesium"].too_much
    assert kitchen(supplements={"magnesium": "400 mg/day"})["magnesium"].too_much
    assert kitchen(diet={"calcium": "2100 mg/day"})["calcium"].too_much


def test_an_unknown_food_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="kefir"):
        kitchen(diet={"foods": [{"food": "keffir", "amount": "100 g"}]})
