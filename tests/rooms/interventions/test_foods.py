"""Foods against the table of the United States Department of Agriculture, by hand."""

from __future__ import annotations

import pytest
from support.people import NOTHING, doing

from osteon.errors import UnknownNameError
from osteon.interventions.nutrition.foods import food
from osteon.language.lifestyle import Food
from osteon.model.model import Model
from osteon.people.eaten import intakes_of
from osteon.people.plan import Plan


def test_calcium_counts_by_how_much_of_it_the_gut_takes() -> None:
    """A hundred grams of milk and of boiled spinach: 120 and 136 mg, of which 0.32 and 0.05."""
    assert food("milk").holds(("calcium_mg",)) == pytest.approx(120.0)
    assert food("spinach").holds(("calcium_mg",)) == pytest.approx(136.0 * 0.05 / 0.32)
    assert food("kale").holds(("calcium_mg",)) == pytest.approx(72.0 * 0.5 / 0.32)


def test_an_egg_without_a_known_share_counts_as_milk() -> None:
    assert food("egg").holds(("calcium_mg",)) == pytest.approx(50.0)


def test_a_blank_cell_is_missing_and_not_zero() -> None:
    assert food("kefir").holds(("mk7_long_chain_mk_ug",)) is None
    assert food("cod liver oil").holds(("calcium_mg",)) == 0.0
    assert food("gouda").holds(("mk4_ug", "mk7_long_chain_mk_ug")) == pytest.approx(48.0)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("kefir", "Kefir, lowfat, plain"),
        ("Prunes", "Prunes (dried plums)"),
        ("natto", "Natto"),
        ("spinach, raw", "Spinach, raw"),
        ("greek yogurt", "Yogurt, Greek, plain, nonfat"),
    ],
)
def test_a_food_is_known_by_its_own_its_common_or_its_first_name(written: str, name: str) -> None:
    assert food(written).name == name


def test_an_unknown_food_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="unknown food 'kefr'; did you mean 'kefir'"):
        food("kefr")


def test_a_food_is_offered_once() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'yogurt' or 'greek yogurt'"):
        food("yoghurt")


def test_a_name_of_several_foods_is_asked_back() -> None:
    with pytest.raises(UnknownNameError, match="'cheese' could be several foods; write Cheese, ch"):
        food("cheese")


@pytest.mark.parametrize(("per", "days"), [("day", 1.0), ("week", 7.0), ("month", 30.4375)])
def test_what_is_eaten_now_and_then_counts_by_the_day(model: Model, per: str, days: float) -> None:
    """200 g of kefir hold 260 mg of calcium."""
    calcium = intakes_of(model)["calcium"].of(Food(food="kefir", amount="200 g", per=per))
    assert calcium == pytest.approx(260.0 / days)


def test_protein_of_foods_is_told_in_grams(model: Model) -> None:
    """100 g of roasted chicken breast hold 31.02 g; whose weight it counts over, the body knows."""
    eaten = Food(food="chicken breast, meat only, roasted", amount="100 g")
    assert intakes_of(model)["protein"].of(eaten) == pytest.approx(31.02)


def test_what_the_table_does_not_know_is_said(model: Model) -> None:
    plan = Plan(NOTHING, doing(diet={"foods": [{"food": "kefir", "amount": "200 g"}]}))
    assert plan.ignored(model) == ("the table of foods does not know the vitamin k2 of kefir",)
