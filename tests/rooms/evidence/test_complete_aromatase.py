"""Every published number of the aromatase inhibitor table stands in a trial file or is left out.

The table is the collection of facts as it was handed in; the list of what is left out says why of
each row. Together with the trial files they hold every row whose role binds, each exactly once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from support.published import IDENTITY, Published, file_name, left_out, published, unpaired

from osteon.evidence.library import TRIALS
from osteon.language import Trial

EVIDENCE = TRIALS.parent
NAME = "aromatase_inhibitor_trials.csv"
ROWS = published(EVIDENCE / "tables" / NAME)
LEFT_OUT = left_out(EVIDENCE / "left_out" / NAME)


def rows_in_files() -> list[Published]:
    """Return the rows that are not left out."""
    missing = Counter(tuple(line[name] for name in IDENTITY) for line in LEFT_OUT)
    kept = []
    for row in ROWS:
        if missing[row.identity]:
            missing[row.identity] -= 1
        else:
            kept.append(row)
    return kept


KEPT = rows_in_files()
FILES = sorted({file_name(row.row["trial"]) for row in KEPT})


def path_of(name: str) -> Path:
    """Return where the file of a trial stands."""
    return TRIALS / f"{name}.yaml"


def rows_of(name: str) -> list[Published]:
    """Return the rows that the file of a trial must hold."""
    return [row for row in KEPT if file_name(row.row["trial"]) == name]


def told(rows: list[Published]) -> list[str]:
    """Return rows in short, for a message."""
    return [" | ".join(row.identity) for row in rows]


def test_the_table_is_whole() -> None:
    """371 rows were handed in; 353 of them bind, the rest is context."""
    lines = (EVIDENCE / "tables" / NAME).read_text("utf-8").splitlines()
    assert len(lines) == 372
    assert len(ROWS) == 353


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_every_row_of_its_trial_and_no_other(name: str) -> None:
    missing, surplus = unpaired(rows_of(name), [Trial.read(path_of(name))])
    assert told(missing) == []
    assert surplus == []


def test_a_trial_of_which_every_row_is_left_out_has_no_file() -> None:
    empty = {file_name(row.row["trial"]) for row in ROWS} - set(FILES)
    assert [name for name in empty if path_of(name).exists()] == []


def test_what_is_left_out_is_in_the_table_and_says_why() -> None:
    written = Counter(tuple(line[name] for name in IDENTITY) for line in LEFT_OUT)
    known = Counter(row.identity for row in ROWS)
    assert written - known == Counter()
    assert [line for line in LEFT_OUT if len(line["reason"].split()) < 3] == []


@pytest.mark.parametrize(
    ("column", "word"),
    [
        ("value", "-9.99"),
        ("month", "23"),
        ("endpoint", "bmd_fn"),
        ("role", "validation"),
        ("statistic", "difference_vs_control"),
        ("reference_time", "month_12"),
        ("drugs", "letrozole 2.5 mg oral daily"),
        ("ci_low", "-9.9"),
    ],
)
def test_a_row_that_differs_is_missed(column: str, word: str) -> None:
    """No column goes unseen: a changed row has no observation, and leaves one over."""
    name = "IBIS-II-bone"
    first, *others = rows_of(name)
    changed = replace(first, row={**first.row, column: word})
    missing, surplus = unpaired([changed, *others], [Trial.read(path_of(name))])
    assert missing == [changed]
    assert len(surplus) == 1


def test_a_row_written_twice_is_missed_once() -> None:
    name = "IBIS-II-bone"
    first, *others = rows_of(name)
    missing, surplus = unpaired([first, first, *others], [Trial.read(path_of(name))])
    assert missing == [first]
    assert surplus == []
