"""Units: factors against their definitions, spellings as people write them, refusals in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.errors import UnitError
from osteon.vocabulary.units import (
    DAYS_PER_MONTH,
    DAYS_PER_YEAR,
    as_days,
    factor,
    in_base,
    spelled,
    unit_names,
)

ALIKE = (
    ("day", "hours", "min", "weeks", "months", "years"),
    ("kg", "g", "mg", "µg", "ng", "pg"),
    ("m", "cm", "mm"),
    ("mol", "mmol", "umol", "nmol", "pmol"),
    ("g/cm2", "mg/cm²", "kg/m2"),
    ("pmol/L", "nmol/dL", "mmol/m3"),
    ("mg/day", "g per week", "ug/h"),
    ("IU/day", "IU per week"),
)
PAIRS = [(one, other) for family in ALIKE for one in family for other in family if one != other]


@pytest.mark.parametrize(
    ("unit", "target", "expected"),
    [
        ("week", "day", 7.0),
        ("month", "day", 365.25 / 12.0),  # the mean month of the Julian year
        ("years", "months", 12.0),
        ("hour", "min", 60.0),
        ("g", "mg", 1e3),
        ("ug", "ng", 1e3),
        ("ng/mL", "pg/mL", 1e3),
        ("mg/dL", "g/L", 0.01),
        ("nmol/L", "pmol/L", 1e3),
        ("mL/min", "L/day", 1.44),  # 1440 minutes a day, 1000 milliliters a liter
        ("g/cm2", "kg/m2", 10.0),
        ("g/cm3", "g/mL", 1.0),  # a milliliter is a cubic centimeter
        ("sessions per week", "session/day", 1.0 / 7.0),
        ("IU/week", "IU/day", 1.0 / 7.0),
        ("%", "", 0.01),
        ("% per year", "%/day", 1.0 / 365.25),
        ("g/kg/day", "mg/g/day", 1.0),
    ],
)
def test_a_factor_follows_from_the_definitions_of_its_units(
    unit: str, target: str, expected: float
) -> None:
    assert factor(unit, target) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(("unit", "target"), PAIRS)
def test_there_and_back_is_one(unit: str, target: str) -> None:
    assert factor(unit, target) * factor(target, unit) == pytest.approx(1.0, rel=1e-12)


@given(st.sampled_from(ALIKE).flatmap(lambda family: st.tuples(*[st.sampled_from(family)] * 3)))
def test_a_detour_changes_nothing(units: tuple[str, str, str]) -> None:
    first, detour, last = units
    assert factor(first, detour) * factor(detour, last) == pytest.approx(factor(first, last))


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("µg/day", "ug/day"),  # the micro sign
        ("μg/day", "mcg/day"),  # the Greek letter
        ("g/cm²", "g/cm2"),
        ("mg/cm³", "mg/cm3"),
        ("sessions per week", "session/week"),
        ("per week", "1/week"),
        ("mg · day", "mg*day"),
        ("  mg  per  day ", "mg/day"),
        ("mg/dl", "mg/dL"),
    ],
)
def test_spellings_of_one_unit_are_one_unit(written: str, same: str) -> None:
    assert factor(written, same) == pytest.approx(1.0, rel=1e-12)


@pytest.mark.parametrize("nothing", ["", "   "])
def test_no_unit_is_a_plain_number(nothing: str) -> None:
    assert spelled(nothing) == "dimensionless"
    assert factor(nothing, "") == 1.0


def test_every_spelling_that_is_offered_is_understood() -> None:
    for name in unit_names():
        assert factor(name, name) == 1.0
        assert in_base(name).amount > 0


@pytest.mark.parametrize("written", ["mg//day", "mg/(day", "mg**x", "mg + mg", "mg day", "-1 mg"])
def test_what_is_no_product_of_units_is_refused_with_one_that_is(written: str) -> None:
    with pytest.raises(UnitError, match=r"(is no unit; write one as in 'mg/day'|unknown unit)"):
        factor(written, "mg")


@pytest.mark.parametrize(
    ("unit", "target"),
    [
        ("IU", "ug"),  # vitamin D activity is no mass until a substance is named
        ("mg/dL", "mmol/L"),  # nor is an amount of substance
        ("BW", "kg"),
        ("sessions", "units"),
        ("day", "kg"),
        ("g/cm2", "g/cm3"),
        ("mg", ""),
    ],
)
def test_unlike_units_are_refused_with_the_unit_to_write(unit: str, target: str) -> None:
    words = f"'{unit}' cannot be turned into {target}; write it in {target}"
    with pytest.raises(UnitError, match=re.escape(words)):
        factor(unit, target)


@pytest.mark.parametrize(
    ("unit", "word", "near"),
    [("yaers", "yaers", "years"), ("mg/dya", "dya", "day"), ("grms", "grms", "grams")],
)
def test_a_misspelled_unit_is_answered_with_the_nearest(unit: str, word: str, near: str) -> None:
    with pytest.raises(UnitError, match=f"unknown unit '{word}'; did you mean .*'{near}'"):
        factor(unit, "day")


def test_the_target_is_held_to_the_same_spelling() -> None:
    with pytest.raises(UnitError, match=r"unknown unit 'dayz'; did you mean .*'day'"):
        factor("week", "dayz")


def test_a_year_is_twelve_months() -> None:
    assert 12.0 * DAYS_PER_MONTH == DAYS_PER_YEAR
    assert factor("month", "day") == DAYS_PER_MONTH
    assert factor("year", "day") == DAYS_PER_YEAR


@pytest.mark.parametrize(
    ("number", "unit", "days"),
    [
        (2.0, "years", 730.5),
        (6.0, "months", 182.625),
        (-30.0, "months", -913.125),
        (36.0, "h", 1.5),
    ],
)
def test_a_span_is_told_in_days(number: float, unit: str, days: float) -> None:
    assert as_days(number, unit) == pytest.approx(days, rel=1e-12)


def test_what_is_no_span_of_time_has_no_days() -> None:
    with pytest.raises(UnitError, match="'kg' cannot be turned into day; write it in day"):
        as_days(3.0, "kg")
