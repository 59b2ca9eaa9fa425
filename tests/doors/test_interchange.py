"""`osteon export` and `osteon read`, from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doors.outside import EXAMPLE, Osteon
from support.bundles import saved, whole
from support.foreign import GUIDE, guide

from osteon.cli.export_problem import trials_behind
from osteon.evidence.library import TRIALS, trial_files


@pytest.mark.parametrize(
    ("to", "files"),
    [
        ("sbml", ["anastrozole-alone.xml", "with-risedronate-and-training.xml"]),
        ("omex", ["anastrozole.omex"]),
        ("fhir", ["anastrozole.fhir.json"]),
        ("csv", ["anastrozole.csv"]),
        ("parquet", ["anastrozole.parquet"]),
        ("zarr", ["anastrozole.zarr.zip"]),
    ],
)
def test_a_case_is_written(to: str, files: list[str], osteon: Osteon, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = osteon("export", EXAMPLE, "--to", to, "--out", out, "--members", 2)
    assert ended.returncode == 0, ended.stderr
    assert sorted(file.name for file in out.iterdir()) == files
    assert "Written to" in ended.stdout


PROBLEM = [
    "conditions.tsv", "measurements.tsv", "model.xml", "observables.tsv", "parameters.tsv",
    "problem.yaml",
]  # fmt: skip


def test_the_calibration_problem_of_a_trial_is_written(osteon: Osteon, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = osteon("export", TRIALS / "ARIBON.yaml", "--to", "petab", "--out", out)
    assert ended.returncode == 0, ended.stderr
    assert sorted(file.name for file in out.iterdir()) == PROBLEM
    assert "calibration rows under" in ended.stdout


def test_a_case_stands_for_the_trials_behind_its_forecast() -> None:
    assert list(trials_behind(EXAMPLE)) == list(trial_files())
    assert list(trials_behind(TRIALS)) == list(trial_files())


@pytest.mark.parametrize(
    ("name", "words"), [("", "there is no trial file"), ("note.md", "note.md:1: ")]
)
def test_what_holds_no_trial_is_refused(
    name: str, words: str, osteon: Osteon, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("* a note\n", "utf-8")
    ended = osteon("export", tmp_path / name, "--to", "petab", "--out", tmp_path / "out")
    assert ended.returncode == 2
    assert words in ended.stderr
    assert not (tmp_path / "out").exists()


def test_what_was_read_is_a_case_and_is_never_written_over(osteon: Osteon, tmp_path: Path) -> None:
    bundle, case = saved(whole(), tmp_path), tmp_path / "case.yaml"
    words = ("read", bundle, "--menopause-age", "50 years", "--start", "2026-03-01", "--out", case)
    assert osteon(*words).returncode == 0
    assert "lumbar_spine: 0.915 g/cm2" in case.read_text("utf-8")
    again = osteon(*words)
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_a_fault_in_a_bundle_is_named_by_its_path(osteon: Osteon, tmp_path: Path) -> None:
    content = whole()
    content["entry"][3]["resource"]["valueQuantity"] = {"value": -0.9, "unit": "g/cm2"}
    ended = osteon("read", saved(content, tmp_path), "--out", tmp_path / "case.yaml")
    assert ended.returncode == 2
    assert "Bundle.entry[3].resource.valueQuantity.unit" in ended.stderr
    assert not (tmp_path / "case.yaml").exists()


def test_another_model_stands_beside_ours(osteon: Osteon, tmp_path: Path) -> None:
    ended = osteon("beside", EXAMPLE, guide(tmp_path), "--json", "-")
    assert ended.returncode == 0, ended.stderr
    (model,) = json.loads(ended.stdout)["models"]
    assert (model["model"], model["unit"]) == ("Small", "% of month 0")
    assert model["quantities"]["C"]["theirs"][120] == pytest.approx(200.0)


def test_a_slip_in_a_guide_is_named_by_file_line_and_path(osteon: Osteon, tmp_path: Path) -> None:
    path = guide(tmp_path, GUIDE.replace("set: made", "set: maid"))
    ended = osteon("beside", EXAMPLE, path)
    assert ended.returncode == 2
    assert f"{path}:7: changes.0.set: " in ended.stderr
