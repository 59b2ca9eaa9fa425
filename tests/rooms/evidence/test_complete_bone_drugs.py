"""The table of bone drug trials: every row stands in a trial file, or is left out for a reason."""

from __future__ import annotations

from collections import Counter

import pytest
from support.evidence_table import Row, left_out_of, rows_of, unmatched

from osteon.evidence.library import TRIALS
from osteon.language import Trial

TABLE = "bone_drug_trials"
ROWS = rows_of(TABLE)
LEFT_OUT = left_out_of(TABLE)
NAMES = tuple(dict.fromkeys(row.trial for row in ROWS))


def kept_of(name: str) -> list[Row]:
    """Return the rows of a trial that are not left out."""
    gone = {row.key for row in LEFT_OUT}
    return [row for row in ROWS if row.trial == name and row.key not in gone]


@pytest.mark.parametrize("name", NAMES)
def test_rows_and_observations_of_a_trial_are_the_same(name: str) -> None:
    """No row is missing, none is in both places, and no observation comes from nowhere."""
    kept = kept_of(name)
    path = TRIALS / f"{name}.yaml"
    if not kept:
        assert not path.exists(), "every row of it is left out"
        return
    assert path.exists(), f"{len(kept)} rows have no trial file and are not left out"
    missing, invented = unmatched(Trial.read(path), kept)
    assert [row.key for row in missing] == []
    assert invented == []


def test_a_key_names_one_row() -> None:
    assert max(Counter(row.key for row in ROWS).values()) == 1


def test_what_is_left_out_is_in_the_table_once_and_says_why() -> None:
    known = {row.key for row in ROWS}
    told = Counter(row.key for row in LEFT_OUT if row.cells["role"] != "fracture_link")
    assert set(told) <= known
    assert max(told.values()) == 1
    assert all(len(row.cells["reason"]) > 10 for row in LEFT_OUT)


FORGED = {
    "trial": "X",
    "arm": "a",
    "month": "24",
    "endpoint": "bmd_ls",
    "statistic": "annual_pct_change",
    "value": "-1.5",
    "reference_time": "FMP..FMP+24",
    "role": "validation",
}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, True),
        ({"value": "-1.6"}, False),
        ({"month": "36"}, False),
        ({"role": "calibration"}, False),
        ({"endpoint": "bmd_fn"}, False),
        ({"statistic": "mean_level"}, False),
    ],
)
def test_a_row_is_found_only_where_all_of_it_agrees(changed: dict[str, str], found: bool) -> None:
    """Two years at -1.5 % a year, from the final period (five years from the start), are -3 %."""
    trial = Trial.model_validate(
        {
            "trial": "X",
            "role": "validation",
            "population": {"years_since_menopause": {"mean": "-5 years", "sd": "0 years"}},
            "arms": {"a": {}},
            "observations": [
                {
                    "arm": "a",
                    "endpoint": "bmd_lumbar_spine",
                    "since": "month 60",
                    "month": 84,
                    "change": "-3 %",
                }
            ],
        }
    )
    missing, invented = unmatched(trial, [Row(FORGED | changed)])
    assert (not missing and not invented) == found
