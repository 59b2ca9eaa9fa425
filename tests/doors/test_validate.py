"""`osteon validate` from outside: the table, and the JSON that other programs rely on."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from doors.outside import Osteon

TRIAL = """\
trial: made up
role: validation
population:
  age: {mean: 60 years, sd: 5 years}
  years_since_menopause: {mean: 9 years, sd: 4 years}
arms:
  anastrozole: {participants: 100, drugs: [anastrozole 1 mg daily for 5 years]}
  placebo: {participants: 100}
  letrozole: {participants: 100, drugs: [letrozole 2.5 mg daily for 5 years]}
observations:
  - {arm: anastrozole, endpoint: bmd_lumbar_spine, month: 12, change: 40 %, ci: [39 %, 41 %]}
  - {arm: anastrozole, versus: placebo, endpoint: bmd_total_hip, month: 24, difference: -2 %}
  - {arm: placebo, endpoint: bmd_total_hip, since: month 12, month: 24, change: -1 %}
  - {arm: letrozole, endpoint: bmd_lumbar_spine, month: 24, change: -4 %}
  - {arm: letrozole, versus: placebo, endpoint: fracture_hip, month: 0, hazard_ratio: 1.2}
"""
FEW_ROWS = """\
trial: made up too
role: validation
population: {age: {mean: 60 years, sd: 5 years}}
arms: {anastrozole: {participants: 100, drugs: [anastrozole 1 mg daily for 5 years]}}
observations:
  - {arm: anastrozole, endpoint: bmd_lumbar_spine, month: 12, change: 40 %, ci: [39 %, 41 %]}
  - {arm: anastrozole, endpoint: bmd_total_hip, since: month 12, month: 24, change: -1 %}
  - {arm: untold, endpoint: bmd_total_hip, month: 24, change: -1 %}
"""
KEYS = {
    "trial", "arm", "versus", "endpoint", "month", "since", "kind", "observed", "ci_low",
    "ci_high", "predicted", "predicted_low", "predicted_high", "problem",
}  # fmt: skip


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    path = tmp_path / "trial.yaml"
    path.write_text(TRIAL, "utf-8")
    return path


def test_every_row_is_there_as_the_contract_says(osteon: Osteon, trial: Path) -> None:
    ended = osteon("validate", trial.parent, "--json", "-")
    assert ended.returncode == 0, ended.stderr
    content: dict[str, Any] = json.loads(ended.stdout)
    assert set(content) == {"rows", "summary"}
    rows = content["rows"]
    assert len(rows) == 5
    for row in rows:
        assert set(row) >= KEYS
        assert (row["predicted"] is None) == (row["problem"] is not None)
        if row["predicted"] is not None:
            assert row["predicted_low"] <= row["predicted"] <= row["predicted_high"]
    first, second, third, letrozole, _ = rows
    assert (first["observed"], first["ci_low"], first["ci_high"]) == (40, 39, 41)
    assert (first["kind"], first["since"], first["versus"]) == ("change", 0, None)
    assert (second["kind"], second["versus"]) == ("difference", "placebo")
    assert (third["since"], third["month"]) == (12, 24)
    assert letrozole["arm"] == "letrozole"

    errors = [row["predicted"] - row["observed"] for row in rows if row["predicted"] is not None
              and row["endpoint"].startswith("bmd_")]  # fmt: skip
    bmd = content["summary"]["bmd"]
    assert bmd["rows"] == 4
    assert bmd["bias"] == pytest.approx(sum(errors) / len(errors), rel=1e-4)
    mean_square = sum(error**2 for error in errors) / len(errors)
    assert bmd["rmse"] == pytest.approx(math.sqrt(mean_square), rel=1e-4)
    inside = [row["predicted_low"] <= row["observed"] <= row["predicted_high"] for row in rows
              if row["predicted"] is not None and row["endpoint"].startswith("bmd_")]  # fmt: skip
    assert bmd["inside"] == pytest.approx(sum(inside) / len(inside), rel=1e-4)


def test_the_table_stars_a_miss_and_names_a_problem(osteon: Osteon, trial: Path) -> None:
    ended = osteon("validate", trial)
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    [missed] = [line for line in lines if " 40.0 %" in line]
    assert missed.rstrip().endswith("*")
    assert "Not predicted" in ended.stdout
    assert "give a later month" in " ".join(ended.stdout.split())
    assert "not a medical device" in ended.stdout


def test_one_unreadable_trial_stops_all(osteon: Osteon, trial: Path) -> None:
    (trial.parent / "worse.yaml").write_text("trial: worse\narms: {}\n", "utf-8")
    report = trial.parent / "report.json"
    ended = osteon("validate", trial.parent, "--json", report)
    assert ended.returncode == 2
    assert "worse.yaml:2" in ended.stderr
    assert ended.stdout == ""
    assert not report.exists()


def test_the_report_is_one_page_with_every_row(osteon: Osteon, trial: Path) -> None:
    report = trial.parent / "evidence.html"
    ended = osteon("validate", trial, "--report", report)
    assert ended.returncode == 0, ended.stderr
    assert f"Written:{report}" in "".join(ended.stdout.split()), "a long path is folded anywhere"
    page = report.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count("; validation</span>") == 5
    assert "give a later month" in page
    assert sorted(file.name for file in trial.parent.iterdir()) == ["evidence.html", "trial.yaml"]


def test_the_report_and_json_on_standard_output_do_not_mix(osteon: Osteon, trial: Path) -> None:
    report = trial.parent / "evidence.html"
    ended = osteon("validate", trial, "--report", report, "--json", "-")
    assert ended.returncode == 0, ended.stderr
    assert len(json.loads(ended.stdout)["rows"]) == 5
    assert report.exists()


def test_a_report_that_cannot_be_written_is_refused_before_the_work(
    osteon: Osteon, trial: Path
) -> None:
    for place in (trial.parent, trial.parent / "missing" / "evidence.html"):
        ended = osteon("validate", trial, "--report", place)
        assert ended.returncode == 2
        assert "--report" in ended.stderr
        assert ended.stdout == ""


def test_of_many_trials_the_groups_and_the_misses(osteon: Osteon, trial: Path) -> None:
    """Seven trials: each group once, each miss, and no row that is met, unless asked for."""
    for number in range(6):
        other = FEW_ROWS.replace("made up", f"made up {number}")
        (trial.parent / f"trial-{number}.yaml").write_text(other, "utf-8")
    few = osteon("validate", trial.parent)
    assert few.returncode == 0, few.stderr
    assert max(map(len, few.stdout.splitlines())) <= 80
    assert few.stdout.count("Aromatase inhibitor alone, validation") == 1
    assert few.stdout.count(" 40.0 %") == 7
    assert few.stdout.count("12 to 24") == 0
    assert "Not predicted, 6 rows: unknown arm" in few.stdout
    every = osteon("validate", trial.parent, "--rows")
    assert every.stdout.count("12 to 24") == 7


def test_signs_come_with_their_sources_and_verdicts(osteon: Osteon, trial: Path) -> None:
    written = trial.parent / "signs.json"
    ended = osteon("validate", "--signs", "--json", written)
    assert ended.returncode == 0, ended.stderr
    assert max(map(len, ended.stdout.splitlines())) <= 80
    signs = json.loads(written.read_text("utf-8"))["signs"]
    assert len(signs) >= 60
    assert all(sign["source"] and sign["claim"] and sign["seen"] for sign in signs)
    met = sum(sign["met"] for sign in signs)
    assert f"{met} of {len(signs)} signs met" in ended.stdout
    assert ended.stdout.count("not met") >= len(signs) - met


def test_signs_are_judged_without_trials(osteon: Osteon, trial: Path) -> None:
    ended = osteon("validate", trial, "--signs")
    assert ended.returncode == 2
    assert "--signs judges the signs that come with osteon" in ended.stderr
