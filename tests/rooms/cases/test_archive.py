"""Everything that is kept goes out as lines of JSON and comes back the same, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from osteon.cases.store import Store
from osteon.cli.case.exchange import take_in
from osteon.errors import InputError
from osteon.language.case import Case


@pytest.fixture
def lines(tmp_path: Path, case: Case) -> list[str]:
    with Store.open(tmp_path / "first.db") as store:
        store.add("Ada", case)
        store.measure("Ada", {"month": 14, "bmd_total_hip": "0.81 g/cm2", "scanner": "lunar"})
        store.keep_forecast("Ada", {"a": [1, 2.5, None, "ü"]}, "joint")
        store.add("Berta", case.but(horizon="3 years"))
        return list(store.export())


def test_what_goes_out_comes_back_the_same(tmp_path: Path, lines: list[str]) -> None:
    with Store.open(tmp_path / "second.db", passphrase="another long one") as second:
        assert second.restore(lines, "all.jsonl") == ("Ada", "Berta")
        assert list(second.export()) == lines
        with Store.open(tmp_path / "first.db") as first:
            assert second.kept() == first.kept()
            assert second.forecasts("Ada") == first.forecasts("Ada")
            assert second.case("Ada") == first.case("Ada")


def test_a_remark_with_any_separator_of_lines_comes_back(tmp_path: Path, case: Case) -> None:
    remark = "one\u2028two\u2029three\u0085four"
    written, other = tmp_path / "all.jsonl", tmp_path / "second.db"
    with Store.open(tmp_path / "first.db") as store:
        store.add("Ada", case.but(note=remark))
        written.write_text("".join(store.export()), "utf-8")
    take_in(written, other)
    with Store.open(other) as second:
        assert second.case("Ada").note == remark


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "no line of an export"),
        ("[]", "no line of an export"),
        ('{"name": "Cleo"}', "no line of an export"),
        ("[" * 100_000, "no line of an export"),
        ("AGE", "Cleo has no unit|no unit"),
        ("TAKEN", "there is a case 'Ada' already"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_taken_in(
    tmp_path: Path, lines: list[str], line: str, words: str
) -> None:
    bad = json.loads(lines[2])
    bad["name"] = "Cleo"
    if line == "AGE":
        bad["case"]["person"]["age"] = 62
        line = json.dumps(bad)
    line = lines[1] if line == "TAKEN" else line
    with Store.open(tmp_path / "second.db") as second:
        with pytest.raises(InputError, match=words) as told:
            second.restore([*lines, line], "all.jsonl")
        assert (told.value.source, told.value.line) == ("all.jsonl", 4)
        assert second.names() == ()


@pytest.mark.parametrize(
    ("head", "words"),
    [("person:", "osteon case add"), ('{"osteon": "cases", "format": 2}', "format 2")],
)
def test_what_is_no_export_is_refused(tmp_path: Path, head: str, words: str) -> None:
    with (
        Store.open(tmp_path / "cases.db") as store,
        pytest.raises(InputError, match=words),
    ):
        store.restore([head], "case.yaml")
