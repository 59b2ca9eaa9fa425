"""Trials as files: found, readable, each with a role that binds."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteon.errors import EvidenceError
from osteon.evidence.library import find_trial_files, later_files, refuse_validation, trial_files
from osteon.language import Trial
from osteon.people.layer import current_layer


@pytest.mark.parametrize("path", [*trial_files(), *later_files()], ids=lambda path: path.stem)
def test_every_trial_reads_has_a_role_a_citation_and_its_own_name(path: Path) -> None:
    trial = Trial.read(path)
    assert trial.trial == path.stem
    assert trial.role in ("calibration", "validation")
    assert trial.citation
    assert trial.observations
    for observation in trial.observations:
        assert trial.problem_of(observation) is None, observation
        assert observation.source, observation


@pytest.mark.parametrize("path", later_files(), ids=lambda path: path.stem)
def test_what_was_looked_up_after_the_fit_is_no_part_of_it_and_was_read(path: Path) -> None:
    trial = Trial.read(path)
    layer = current_layer()
    assert layer is not None
    assert {trial.role_of(row) for row in trial.observations} == {"validation"}
    assert trial.trial not in {*layer.data, *(known.stem for known in trial_files())}
    for row in trial.observations:
        assert row.confidence in ("high", "medium")
        assert str(row.source).startswith("http")


def test_trials_come_in_the_order_of_their_names() -> None:
    names = [path.name for path in trial_files()]
    assert names == sorted(names)
    assert names


def test_a_fit_may_read_calibration_data() -> None:
    refuse_validation("ATAC-bone", "calibration")


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("validation", "the trial 'X' has the role validation: a fit reads calibration data only"),
        (None, "the trial 'X' has the role none: a fit reads calibration data only"),
    ],
)
def test_a_fit_may_read_nothing_else(role: str | None, words: str) -> None:
    with pytest.raises(EvidenceError) as caught:
        refuse_validation("X", role)
    assert str(caught.value) == words


def test_files_and_folders_are_searched(tmp_path: Path) -> None:
    folder = tmp_path / "trials"
    folder.mkdir()
    for name in ("b.yaml", "a.yml", "c.yaml", "notes.txt"):
        (folder / name).touch()
    alone = tmp_path / "alone.yaml"
    found = find_trial_files(iter([alone, folder]))
    assert found[0] == alone
    assert sorted(path.name for path in found[1:]) == ["a.yml", "b.yaml", "c.yaml"]
