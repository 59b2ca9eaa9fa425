"""What a rule of safety forbids is said beside its forecast, on the screen and to a program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.outside import Osteon

CASE = """\
person: {age: 70 years, menopause_age: 50 years, t_score: {lumbar_spine: -2.8}}
horizon: 4 years
strategies:
  then nothing: {drugs: [denosumab 60 mg every 6 months for 2 years]}
  goes on: {drugs: [denosumab 60 mg every 6 months]}
"""


@pytest.mark.parametrize("command", ["simulate", "compare"])
def test_denosumab_with_nothing_after_it(osteon: Osteon, tmp_path: Path, command: str) -> None:
    (tmp_path / "case.yaml").write_text(CASE, "utf-8")
    ended = osteon(command, "case.yaml", "--members", 10, "--json", "told.json")
    assert ended.returncode == 0, ended.stderr
    said = " ".join(ended.stdout.split())
    assert "Note: then nothing: rule DEN-4 forbids it." in said
    assert "goes on: rule" not in said
    notes = json.loads((tmp_path / "told.json").read_text("utf-8"))["notes"]
    assert [note for note in notes if "forbids it" in note] == [notes[0]]
    assert "several vertebrae may break" in notes[0]
