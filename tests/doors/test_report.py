"""`osteon report`: the two files, the same content for a program, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.outside import EXAMPLE, Osteon


def test_both_files_are_written_where_one_stands(osteon: Osteon, tmp_path: Path) -> None:
    ended = osteon("report", EXAMPLE, "--members", 8)
    assert ended.returncode == 0, ended.stderr
    assert "Written: visit.pdf, visit.html" in ended.stdout
    assert (tmp_path / "visit.pdf").read_bytes().startswith(b"%PDF-")
    assert "What to ask at the visit" in (tmp_path / "visit.html").read_text("utf-8")


def test_a_program_gets_the_same_content(osteon: Osteon, tmp_path: Path) -> None:
    ended = osteon("report", EXAMPLE, "--members", 8, "--out", "a.html", "--json", "-")
    content = json.loads(ended.stdout)
    assert content["person"].startswith("Woman of 62 years")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert content["foretold"]["rows"][0]["cells"][0]["middle"] in page


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--out", "visit.docx"), "name a .pdf or an .html file"),
        (("--out", "nowhere/visit.pdf"), "there is no folder"),
        (("--followed", "anastrozole alon"), "anastrozole alone"),
    ],
)
def test_what_is_wrong_is_said_with_the_way_out(
    words: tuple[str, ...], hint: str, osteon: Osteon, tmp_path: Path
) -> None:
    ended = osteon("report", EXAMPLE, "--members", 2, *words)
    assert ended.returncode == 2
    assert hint in ended.stderr
    assert list(tmp_path.iterdir()) == []
