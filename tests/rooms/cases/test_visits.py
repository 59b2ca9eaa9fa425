"""What was measured at a visit is kept once, and put right where it was kept wrongly."""

from __future__ import annotations

from typing import Any

import pytest

from osteon.cases.visits import put_right, with_visit
from osteon.errors import InputError
from osteon.language import Case

SPINE, HIP = "bmd_lumbar_spine", "bmd_total_hip"


@pytest.fixture
def words() -> dict[str, Any]:
    return {
        "start": "2026-01-01",
        "person": {"age": "62 years"},
        "strategies": {"nothing": {}},
        "measurements": [
            {"month": 6, SPINE: "0.92 g/cm2", "scanner": "lunar"},
            {"month": 6, HIP: "0.80 g/cm2", "scanner": "lunar"},
            {"month": 12, SPINE: "0.91 g/cm2"},
        ],
    }


def visits(case: Case) -> list[tuple[float, str | None, dict[str, float]]]:
    return [
        (one.month, one.scanner, one.values)
        for one in sorted(case.measurements, key=lambda one: one.month)
    ]


def test_a_value_takes_the_place_of_the_one_that_was_wrong(words: dict[str, Any]) -> None:
    case = put_right(words, {"month": 6, SPINE: "0.902 g/cm2"})
    assert [one for one in visits(case) if SPINE in one[2]] == [
        (6.0, "lunar", {SPINE: 0.902}),
        (12.0, None, {SPINE: 0.91}),
    ]
    assert (6.0, "lunar", {HIP: 0.8}) in visits(case)


def test_what_another_scanner_found_in_that_month_stays(words: dict[str, Any]) -> None:
    """The usual scanner of this person is a Hologic; the same woman lay on a Lunar that month."""
    words["measurements"].append({"month": 12, SPINE: "1.03 g/cm2", "scanner": "lunar"})
    own = put_right(words, {"month": 12, SPINE: "0.90 g/cm2"})
    assert [one[1:] for one in visits(own) if one[0] == 12.0] == [
        ("lunar", {SPINE: 1.03}),
        (None, {SPINE: 0.9}),
    ]
    other = put_right(words, {"month": 12, SPINE: None, "scanner": "lunar"})
    assert [one[1:] for one in visits(other) if one[0] == 12.0] == [(None, {SPINE: 0.91})]


def test_of_which_scanner_it_is_must_be_clear(words: dict[str, Any]) -> None:
    words["person"]["scanner"] = "lunar"
    two = [{"month": 12, SPINE: "0.91 g/cm2", "scanner": one} for one in ("hologic", "lunar")]
    words["measurements"] = two
    assert put_right(words, {"month": 12, SPINE: "0.95 g/cm2"})
    with pytest.raises(InputError, match="scanner"):
        put_right(words, {"month": 12, SPINE: "0.95 g/cm2", "scanner": "norland"})


def test_a_date_names_the_month_too(words: dict[str, Any]) -> None:
    (written,) = Case(
        **words | {"measurements": [{"month": "2026-07-02", SPINE: "0.9 g/cm2"}]}
    ).measurements
    words["measurements"][0]["month"] = written.month
    case = put_right(words, {"month": "2026-07-02", SPINE: "0.93 g/cm2", "scanner": "hologic"})
    assert (written.month, None, {SPINE: 0.93}) in visits(case)  # hologic is her usual one


def test_none_takes_a_value_back_and_an_empty_visit_with_it(words: dict[str, Any]) -> None:
    case = put_right(words, {"month": 12, SPINE: None})
    assert {one.month for one in case.measurements} == {6.0}


@pytest.mark.parametrize(
    ("measured", "told"),
    [
        ({"month": 7, SPINE: "0.9 g/cm2"}, "month 7; visits are kept of month 6, 12"),
        ({"month": 12, HIP: "0.9 g/cm2"}, f"no {HIP} is kept of month 12, but {SPINE}"),
        ({"month": 12, SPINE: "9 kg"}, "kg"),
    ],
)
def test_what_cannot_be_put_right_is_told(
    words: dict[str, Any], measured: dict[str, Any], told: str
) -> None:
    with pytest.raises(InputError, match=told):
        put_right(words, measured)


def test_the_same_is_not_kept_twice_of_one_scanner(words: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="kept already; 'osteon case correct'"):
        with_visit(words, {"month": 12, SPINE: "0.9 g/cm2"})
    assert len(with_visit(words, {"month": 6, SPINE: "0.9 g/cm2"}).measurements) == 4
