"""Whatever is wrong: status 2, one message that names file and line, nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from doors.outside import EXAMPLE, Ended, Osteon

WRONG_WORDS = {
    "missing unit": ("age: 62 years", "age: 62", "years"),
    "impossible unit": ("weight: 68 kg", "weight: 68 nmol", "kg"),
    "unknown drug": ("drug: anastrozole, dose", "drug: anastrozol, dose", "anastrozole"),
    "stop before start": ("until: month 60", "until: month -3", "until"),
    "negative dose": ("dose: 1 mg", "dose: -1 mg", "-1 mg"),
    "age 620 years": ("age: 62 years", "age: 620 years", "620"),
    "T-score 40": ("lumbar_spine: -1.2", "lumbar_spine: 40", "40"),
    "not YAML": ("  sex: female", "  sex: {female", ""),
}


def refused(ended: Ended, folder: Path, *kept: str) -> str:
    """Check that a run was refused, and return what it said."""
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    assert not set("│╭╰") & set(ended.stderr)
    assert ended.stderr.count("osteon: ") == 1
    assert sorted(path.name for path in folder.iterdir()) == sorted(kept)
    return ended.stderr


@pytest.mark.parametrize("what", WRONG_WORDS)
def test_a_wrong_word_is_named_with_its_line(
    what: str, osteon: Osteon, example: str, tmp_path: Path
) -> None:
    right, wrong, hint = WRONG_WORDS[what]
    assert right in example
    case = tmp_path / "case.yaml"
    case.write_text(example.replace(right, wrong, 1), "utf-8")
    line = example[: example.index(right)].count("\n") + 1
    ended = osteon("simulate", case, "--out", tmp_path / "out", "--json", tmp_path / "j.json")
    said = refused(ended, tmp_path, "case.yaml")
    assert f"{case}:" in said
    assert hint in said
    if what != "not YAML":
        assert f"{case}:{line}:" in said


def test_files_that_are_no_case(osteon: Osteon, tmp_path: Path) -> None:
    empty, huge = tmp_path / "empty.yaml", tmp_path / "huge.yaml"
    empty.write_text("")
    with huge.open("wb") as stream:
        stream.truncate(100_000_000)
    kept = ("empty.yaml", "huge.yaml")
    assert "empty" in refused(osteon("simulate", empty), tmp_path, *kept)
    assert "1 MB" in refused(osteon("simulate", huge), tmp_path, *kept)
    assert "folder" in refused(osteon("simulate", tmp_path), tmp_path, *kept)
    assert "no such file" in refused(osteon("simulate", "none.yaml"), tmp_path, *kept)
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert "a link to nothing" in refused(
        osteon("explain", "loop.yaml"), tmp_path, *kept, "loop.yaml"
    )


def test_files_of_a_clinic_and_of_a_store_that_are_none(osteon: Osteon, tmp_path: Path) -> None:
    endless = tmp_path / "endless.json"
    endless.write_text('{"resourceType": "Bundle", "total": ' + "9" * 5000 + "}", "utf-8")
    said = refused(osteon("read", endless), tmp_path, "endless.json")
    assert "endless.json: this is no FHIR: a number has too many digits" in said
    store = ("--store", "kept.db")
    said = refused(osteon("case", "import", "none.jsonl", *store), tmp_path, "endless.json")
    assert "none.jsonl: the file cannot be read: no such file" in said


def test_a_month_that_is_none(osteon: Osteon, tmp_path: Path) -> None:
    store = ("--store", "kept.db")
    assert osteon("case", "add", EXAMPLE, "--name", "Ada", *store).returncode == 0
    for month in ("[", "!!python/object:x {}", "nan"):
        words = ("case", "measure", "Ada", "--month", month, "ctx=0.6 ng/mL", *store)
        said = refused(osteon(*words), tmp_path, "kept.db")
        assert f"'{month}'" in said
    ended = osteon("case", "measure", "Ada", "--month", "6", "ctx=0.6 ng/mL", *store)
    assert "at month 6 of 'Ada'" in ended.stdout


def test_a_case_is_no_trial_and_a_trial_no_case(osteon: Osteon, tmp_path: Path) -> None:
    trial = EXAMPLE.parents[1] / "src/osteon/evidence/trials/IBIS-II-bone.yaml"
    assert "case" in refused(osteon("validate", EXAMPLE), tmp_path)
    assert "trial" in refused(osteon("simulate", trial), tmp_path)
    assert "no such file" in refused(osteon("validate", "none.yaml"), tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no trial file" in refused(osteon("validate", empty), tmp_path, "empty")


def test_places_that_cannot_be_written(osteon: Osteon, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    missing = tmp_path / "missing"
    for words in (
        ("--out", tmp_path / "file"),
        ("--out", tmp_path / "file" / "out"),
        ("--out", missing / "out"),
        ("--json", missing / "forecast.json"),
        ("--json", tmp_path),
        ("--json", "/dev/null"),
    ):
        said = refused(osteon("simulate", EXAMPLE, *words), tmp_path, "file")
        assert words[0] in said
    trials = refused(osteon("validate", "--json", missing / "report.json"), tmp_path, "file")
    assert str(missing) in trials


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_output_that_is_full_fails_in_words(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "osteon", "schema", "case"]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith("osteon: no space left on device; ")
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_closed_to_writing(osteon: Osteon, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    said = refused(osteon("simulate", EXAMPLE, "--out", closed), tmp_path, "closed")
    assert "closed to writing" in said


def test_what_the_model_cannot_stand_for_names_the_file(
    osteon: Osteon, example: str, tmp_path: Path
) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(example.replace("activity: walking", "activity: wing walking"), "utf-8")
    said = refused(osteon("simulate", case, "--out", "out"), tmp_path, "case.yaml")
    assert str(case) in said
    assert "wing walking" in said


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "--quantity", "walking"),
        ("explain", "--strategy", "with"),
        ("explain", "--versus", "with"),
        ("sensitivity", "--outcome", "falls"),
        ("sensitivity", "--strategy", "with"),
        ("simulate", "--followed", "with"),
    ],
)
def test_what_an_option_says_stands_in_no_line_of_the_file(
    words: tuple[str, str, str], osteon: Osteon, tmp_path: Path
) -> None:
    command, option, name = words
    said = refused(osteon(command, EXAMPLE, option, name), tmp_path)
    assert said.startswith(f"osteon: {EXAMPLE}: unknown ")
    assert f"'{name}'" in said


def test_wrong_command_lines(osteon: Osteon, tmp_path: Path) -> None:
    for words, hint in (
        (["nonsense"], "nonsense"),
        (["simulate"], "CASE"),
        (["simulate", EXAMPLE, "--members", "many"], "--members"),
        (["simulate", EXAMPLE, "--members", "0"], "--members"),
        (["simulate", EXAMPLE, "--followed", "anastrozole alon"], "anastrozole alone"),
        (["export", EXAMPLE, "--to", "xml", "--out", "out"], "'--to': 'xml' is not one of 'sbml'"),
        (["schema", "cases"], "case"),
    ):
        assert hint in refused(osteon(*words), tmp_path)
