"""Answers of earlier models find their rows whoever named the trial."""

from __future__ import annotations

import pytest

from osteon.evidence.earlier_models import EARLIER_MODELS, EarlierAnswer, earlier_answers
from osteon.language.trial import Trial
from osteon.validation.earlier import join

ENTRY = EarlierAnswer(
    "FREEDOM_EXT", "Bone 2017 Lancet Diabetes Endocrinol 5:513", "long-term", "bmd_lumbar_spine",
    120, 0, 21.7, {"openbonemin": 17.7},
)  # fmt: skip


def trial(name: str, row: str, citation: str = "none") -> Trial:
    """Return a trial of one row."""
    return Trial.parse(
        f"trial: {name}\ncitation: '{citation}'\narms:\n  long: {{}}\n  short: {{}}\n"
        f"observations:\n  - {{arm: long, endpoint: {row}}}\n",
        "made-up.yaml",
    )


def joined(one: Trial, *table: EarlierAnswer) -> dict[int, dict[str, float]]:
    """Return what is found for the row of a trial."""
    return join([(one, one.observations[0])], table or (ENTRY,))


ROW = "bmd_lumbar_spine, month: 120, change: 21.7 %"


@pytest.mark.parametrize("name", ["FREEDOM_EXT", "Freedom-Ext", "FREEDOM", "FREEDOM extension"])
def test_names_may_be_written_otherwise(name):
    assert joined(trial(name, ROW)) == {0: {"openbonemin": 17.7}}


def test_a_citation_serves_as_well_as_a_name():
    assert joined(trial("ten years", ROW, "Bone et al. 2017, Lancet")) == {0: {"openbonemin": 17.7}}
    assert joined(trial("ten years", ROW, "Bone 2008")) == {}


@pytest.mark.parametrize(
    "row",
    [
        "bmd_total_hip, month: 120, change: 21.7 %",
        "bmd_lumbar_spine, month: 96, change: 21.7 %",
        "bmd_lumbar_spine, month: 120, change: 21.6 %",
        "bmd_lumbar_spine, since: month 60, month: 120, change: 21.7 %",
        "bmd_lumbar_spine, month: 120, absolute: 0.2 g/cm2",
    ],
)
def test_another_number_is_not_the_same(row):
    assert joined(trial("FREEDOM_EXT", row)) == {}


def test_time_passed_counts_where_the_months_are_counted_from_elsewhere():
    shifted = "bmd_lumbar_spine, since: month 24, month: 144, change: 21.7 %"
    assert joined(trial("FREEDOM_EXT", shifted)) == {0: {"openbonemin": 17.7}}


def test_a_rate_a_year_is_multiplied_by_the_years():
    rate = EarlierAnswer(
        "SLOW", "", "all", "bmd_lumbar_spine", 24, 0, -1.5, {"x": -0.5}, a_year=True
    )
    found = joined(trial("SLOW", "bmd_lumbar_spine, month: 36, change: -4.5 %"), rate)
    assert found == {0: {"x": pytest.approx(-1.5)}}


def test_an_entry_is_given_away_once():
    one = trial("FREEDOM_EXT", ROW)
    other = trial("FREEDOM", ROW)
    pairs = [(other, other.observations[0]), (one, one.observations[0])]
    assert list(join(pairs, (ENTRY,))) == [1], "to the closest name"


def test_the_table_that_comes_with_osteon():
    """234 rows, as counted in the evidence table; 129, 54 and 113 of them answered."""
    table = earlier_answers()
    assert len(table) == 234
    counts = [sum(name in one.answers for one in table) for name in EARLIER_MODELS]
    assert counts == [129, 54, 113]
    assert all(one.citation for one in table)
    assert {one.endpoint for one in table} <= {
        "bmd_lumbar_spine", "bmd_total_hip", "bmd_femoral_neck",
    }  # fmt: skip
