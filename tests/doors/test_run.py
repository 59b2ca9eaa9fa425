"""`osteon run` from outside: quantiles, going on, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.outside import Osteon
from support.run_tasks import TRIAL


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    path = tmp_path / "trial.yaml"
    path.write_text(TRIAL, "utf-8")
    return path


def test_a_run_is_printed_and_a_finished_one_computes_nothing(osteon: Osteon, trial: Path) -> None:
    words = ("run", trial.name, "--arm", "letrozole", "--people", 40, "--out", "people",
             "--months", "24,12", "--json", "summary.json")  # fmt: skip
    first = osteon(*words)
    assert (first.returncode, first.stderr) == (0, "")
    assert max(map(len, first.stdout.splitlines())) <= 80
    assert "letrozole: 40 people" in first.stdout
    assert "1 of 1 shards computed" in first.stdout
    columns = json.loads((trial.parent / "summary.json").read_text("utf-8"))["columns"]
    spine = columns["bmd_lumbar_spine_month_24"]
    assert spine["people"] == 40
    low, middle, high = (spine["quantiles"][share] for share in ("0.025", "0.5", "0.975"))
    assert spine["least"] <= low < middle < high <= spine["greatest"]

    again = osteon(*words)
    assert again.returncode == 0, again.stderr
    assert "Nothing was left to compute" in again.stdout
    assert again.stdout.splitlines()[:-1] == first.stdout.splitlines()[:-1]

    other = osteon(*words, "--seed", 2)
    assert other.returncode == 2
    assert "task.seed is 1 in it, 2 now" in other.stderr


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--arm", "letrozol", "--out", "people"), "did you mean 'letrozole'?"),
        (("--arm", "letrozole", "--out", "people", "--months", "12,0"), "'0' is no month from 1"),
        (("--arm", "letrozole", "--out", "people", "--months", "12;24"), "commas between them"),
        (("--arm", "letrozole", "--out", "none/people"), "there is no folder"),
        (("--arm", "letrozole", "--out", "people", "--people", "0"), "--people"),
    ],
)
def test_a_wrong_word_is_refused(
    osteon: Osteon, trial: Path, words: tuple[str, ...], hint: str
) -> None:
    ended = osteon("run", trial.name, *words)
    assert ended.returncode == 2
    assert hint in ended.stderr
    assert ended.stdout == ""
    assert not (trial.parent / "people").exists()
