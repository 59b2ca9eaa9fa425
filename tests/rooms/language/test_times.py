"""Points in time, intervals and dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.errors import InputError, UnitError
from osteon.language.times import Interval, Moment, MonthNumber, day_zero


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("month 0", 0),
        ("month -30", -30 * 30.4375),
        ("day 14", 14),
        ("week 6", 42),
        ("year 2", 730.5),
        ("Month 12", 365.25),
        ("month 1.5", 45.65625),
    ],
)
def test_a_point_is_days_from_month_zero(written: str, days: float) -> None:
    assert Moment().read(written) == days


@pytest.mark.parametrize(
    ("written", "kind", "told"),
    [
        (12, UnitError, "12 does not say of what; write for example 'month 12'"),
        ("12 months", InputError, "'12 months' is not a point in time; write for example"),
        ("month", InputError, "'month' is not a point in time"),
        ("month nan", InputError, "'month nan' is not a point in time"),
        ("year 101", InputError, "'year 101' is more than 100 years away"),
        ("month 1e999", InputError, "more than 100 years away"),
        (True, InputError, "is not a point in time"),
        ("2026-03-01", InputError, "needs a first day: add 'start: 2026-03-01' at the top"),
        (date(2026, 3, 1), InputError, "needs a first day: add 'start: 2026-03-01' at the top"),
    ],
)
def test_what_is_no_point(written: object, kind: type[InputError], told: str) -> None:
    with pytest.raises(kind) as caught:
        Moment().read(written)
    assert told in str(caught.value)


def test_a_date_counts_from_the_start() -> None:
    token = day_zero.set(date(2026, 3, 1))
    try:
        assert Moment().read("2026-03-31") == 30
        assert Moment().read(date(2025, 3, 1)) == -365
        with pytest.raises(InputError, match="'2026-02-30' is not a date; write year-month-day"):
            Moment().read("2026-02-30")
    finally:
        day_zero.reset(token)


def test_a_bare_month_is_a_month() -> None:
    assert MonthNumber().read(36) == 36
    assert MonthNumber().read("month 36") == 36
    assert MonthNumber().read("year 3") == 36


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("1 day", 1),
        ("daily", 1),
        ("every 6 months", 6 * 30.4375),
        ("6 months", 6 * 30.4375),
        ("weekly", 7),
        ("twice weekly", 3.5),
        ("twice daily", 0.5),
        ("monthly", 30.4375),
        ("yearly", 365.25),
        ("every other day", 2),
        ("every month", 30.4375),
        ("3 times a week", 7 / 3),
        ("2 per week", 3.5),
        ("once a month", 30.4375),
        ("twice a year", 182.625),
        ("once every 3 weeks", 21),
    ],
)
def test_an_interval_is_days(written: str, days: float) -> None:
    assert Interval().read(written) == pytest.approx(days, rel=1e-15)


@pytest.mark.parametrize("written", ["0 days", "-1 day", "often", 6, "6", "every"])
def test_what_is_no_interval(written: object) -> None:
    with pytest.raises(InputError, match="months"):
        Interval().read(written)


@given(st.floats(-36_000, 36_000))
def test_a_point_reads_back_exactly(days: float) -> None:
    assert Moment().read(Moment().write(days)) == days


@given(st.floats(0.05, 18_000))
def test_an_interval_reads_back_exactly(days: float) -> None:
    assert Interval().read(Interval().write(days)) == days
