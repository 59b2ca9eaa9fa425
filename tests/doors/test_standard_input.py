"""A case that comes through a pipe: `-` in place of the file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from doors.outside import Ended

MAN = """\
person: {age: 70 years, sex: male, t_score: {lumbar_spine: -1.8, total_hip: -1.6}}
strategies:
  tablets: {drugs: [alendronate 70 mg weekly]}
horizon: 2 years
"""


def piped(text: str | bytes, *words: object, folder: Path) -> Ended:
    """Run `osteon` with a text on standard input."""
    ended = subprocess.run(
        [sys.executable, "-m", "osteon", *map(str, words)],
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        check=False,
        cwd=folder,
    )
    said, faults = ended.stdout.decode(), ended.stderr.decode()
    return Ended(ended.args, ended.returncode, said, faults)


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("simulate", ("--members", 8)),
        ("compare", ("--members", 8)),
        ("explain", ()),
        ("plan", ("--members", 8, "--years", 1)),
    ],
)
def test_a_case_from_a_pipe_is_one_from_a_file(
    command: str, options: tuple[object, ...], tmp_path: Path
) -> None:
    (tmp_path / "man.yaml").write_text(MAN, "utf-8")
    through = piped(MAN, command, "-", *options, "--json", "-", folder=tmp_path)
    named = piped("", command, "man.yaml", *options, "--json", "-", folder=tmp_path)
    assert through.returncode == 0, through.stderr
    assert json.loads(through.stdout) == json.loads(named.stdout)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MAN.replace("70 years", "70"), "<stdin>:1: "),
        (MAN.replace("alendronate", "alendronat"), "<stdin>:3: "),
        ("", "<stdin>: the file is empty"),
        (b"\xff\xfe", "<stdin>:1: this is not UTF-8 text"),
        (b"#" * 1_000_001, "<stdin>: the file is larger than 1 MB"),
    ],
)
def test_a_fault_is_named_by_where_it_came_from(
    text: str | bytes, said: str, tmp_path: Path
) -> None:
    ended = piped(text, "simulate", "-", folder=tmp_path)
    assert ended.returncode == 2
    assert said in ended.stderr


def test_a_fault_that_only_the_model_finds_is_named_too(tmp_path: Path) -> None:
    ended = piped(MAN, "explain", "-", "--quantity", "fracture_hip", folder=tmp_path)
    assert ended.returncode == 2
    assert "<stdin>: fractures are not told in men" in ended.stderr


def test_what_is_made_of_it_has_a_name(tmp_path: Path) -> None:
    words = ("export", "-", "--to", "csv", "--out", "out", "--members", 8)
    assert piped(MAN, *words, folder=tmp_path).returncode == 0
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["case.csv"]
    ended = piped(MAN, "case", "add", "-", "--store", "cases.db", folder=tmp_path)
    assert ended.returncode == 2
    assert "give it one with --name" in ended.stderr
