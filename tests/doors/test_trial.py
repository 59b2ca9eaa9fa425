"""`osteon trial` and `osteon sensitivity` from outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
from doors.outside import EXAMPLE, ROOT, Ended, Osteon, osteon_in
from pyarrow import parquet

DESIGN = ROOT / "examples" / "designed_trial.yaml"
PUBLISHED = ROOT / "src" / "osteon" / "evidence" / "trials" / "ATAC-bone.yaml"


KEPT = ("trial", DESIGN, "--people", 60, "--run", "kept")


class Begun(NamedTuple):
    """A trial that was kept in a folder, and how it ended."""

    folder: Path
    ended: Ended


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    folder = tmp_path_factory.mktemp("begun")
    return Begun(folder, osteon_in(folder)(*KEPT))


def test_the_screen_shows_who_what_fractures_and_power(begun: Begun) -> None:
    ended = begun.ended
    assert ended.returncode == 0, ended.stderr
    assert max(map(len, ended.stdout.splitlines())) <= 80
    for words in (
        "people screened, 60 enrolled", "left: dropped out",
        "Changes, and against anastrozole alone", "Fractures", "Power, %, of with risedronate",
        "for 80 %", "the model's own uncertainty", "not a medical device",
    ):  # fmt: skip
        assert words in " ".join(ended.stdout.split())
    assert "should" not in ended.stdout
    assert "validate" not in ended.stdout


def test_a_published_trial_is_sent_to_validate_for_what_was_observed(osteon: Osteon) -> None:
    ended = osteon("trial", PUBLISHED, "--people", 20)
    assert ended.returncode == 0, ended.stderr
    assert "'osteon validate'" in ended.stdout


def test_a_trial_that_is_kept_goes_on_and_says_the_same(begun: Begun) -> None:
    folder, first = begun
    osteon = osteon_in(folder)
    assert (first.returncode, first.stderr) == (0, "")
    (shard,) = (folder / "kept" / "shards").iterdir()
    whole = shard.read_bytes()
    shard.write_bytes(whole[:-9])
    again = osteon(*KEPT)
    assert again.returncode == 0
    assert "computing it again" in again.stderr
    assert again.stdout == first.stdout
    assert shard.read_bytes() == whole

    other = osteon(*KEPT, "--seed", 2)
    assert other.returncode == 2
    assert "task.seed is 1 in it, 2 now" in other.stderr
    assert DESIGN.name not in other.stderr


def test_a_cluster_without_a_folder_is_refused(osteon: Osteon) -> None:
    ended = osteon("trial", DESIGN, "--people", 40, "--cluster", "tcp://127.0.0.1:8786")
    assert ended.returncode == 2
    assert "name a folder for what comes back from it with --run DIR" in ended.stderr


def test_the_json_and_the_folder_say_the_same(osteon: Osteon, tmp_path: Path) -> None:
    ended = osteon("trial", DESIGN, "--people", 50, "--json", "-", "--out", "found")
    assert ended.returncode == 0, ended.stderr
    content = json.loads(ended.stdout)
    folder = tmp_path / "found"
    assert sorted(one.name for one in folder.iterdir()) == [
        "changes.svg", "fractures.svg", "people.parquet", "power.svg",
    ]  # fmt: skip
    people = pd.read_parquet(folder / "people.parquet")
    made_with = json.loads(parquet.read_schema(folder / "people.parquet").metadata[b"osteon"])
    assert made_with == content["provenance"]
    assert len(made_with["input"]) == 64
    assert len(people) == 100
    arm = people[people.arm == "with risedronate"]
    percent = 100 * (arm.bmd_total_hip_month_36 / arm.bmd_total_hip_month_0 - 1)
    (change,) = (
        one for one in content["changes"]
        if (one["arm"], one["endpoint"], one["month"]) == ("with risedronate", "bmd_total_hip", 36)
    )  # fmt: skip
    assert change["mean"] == pytest.approx(percent.mean(), rel=1e-4)
    assert change["measured"] == percent.notna().sum()
    assert content["power"][0]["needed"]["0.8"] > 1
    assert content["power_people"] == 2048
    assert content["provenance"]["seed"] == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--versus", "placebo"), "unknown arm 'placebo'"),
        (("--people", 1), "--people"),
        (("--out", "no/where"), "there is no folder"),
        (("--seed", -1), "--seed"),
    ],
)
def test_a_wrong_word_is_refused(osteon: Osteon, words: tuple[object, ...], told: str) -> None:
    ended = osteon("trial", DESIGN, *words)
    assert ended.returncode == 2
    assert told in ended.stderr


def test_a_fault_in_the_file_is_named_with_its_line(osteon: Osteon, tmp_path: Path) -> None:
    text = DESIGN.read_text("utf-8")
    file = tmp_path / "trial.yaml"
    file.write_text(text.replace("mean: -1.6", "mean: -3.6"), "utf-8")
    ended = osteon("trial", file, "--people", 10)
    assert ended.returncode == 2
    assert "'lumbar_spine' has a mean of -3.6" in ended.stderr
    assert "is -2.5 to -0.5 in those who may take part" in ended.stderr
    case = osteon("trial", EXAMPLE)
    assert case.returncode == 2
    assert "this is a case file, and a trial is needed" in case.stderr


def test_sensitivity_shows_mechanisms_and_parameters(osteon: Osteon) -> None:
    ended = osteon("sensitivity", EXAMPLE, "--month", 12, "--samples", 8)
    assert ended.returncode == 0, ended.stderr
    assert max(map(len, ended.stdout.splitlines())) <= 80
    for words in ("BMD lumbar spine at month 12", "mechanism", "total", "runs", "not a medical"):
        assert words in ended.stdout


def test_sensitivity_as_json(osteon: Osteon) -> None:
    ended = osteon(
        "sensitivity", EXAMPLE, "--outcome", "ctx", "--month", 6, "--samples", 8, "--json", "-"
    )
    assert ended.returncode == 0, ended.stderr
    content = json.loads(ended.stdout)
    assert (content["outcome"], content["unit"]) == ("ctx", "% since month 0")
    assert {"name", "first", "first_error", "total", "total_error"} <= set(
        content["mechanisms"]["indices"][0]
    )


def test_an_outcome_that_is_none_is_refused(osteon: Osteon) -> None:
    ended = osteon("sensitivity", EXAMPLE, "--outcome", "bmd_hip")
    assert ended.returncode == 2
    assert "did you mean 'bmd_total_hip'" in ended.stderr
