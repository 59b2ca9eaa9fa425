"""A folder of shards: what is damaged is noticed and mended, what is foreign is refused."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from support.run_tasks import Dice, bytes_of, real

from osteon.errors import InputError, SimulationError, StoreError
from osteon.runs.arm_people import ArmPeople
from osteon.runs.layout import PARQUET
from osteon.runs.manifest import MANIFEST
from osteon.runs.run import run
from osteon.runs.shard import Finished, attempt
from osteon.runs.task import Task


def backward(task: Task, indices: Sequence[int]) -> Iterator[Finished]:
    """Finish the last chunk first."""
    return (attempt(task, index) for index in reversed(indices))


def test_the_order_of_finish_has_no_part_in_the_bytes(tmp_path: Path) -> None:
    run(Dice(), tmp_path / "forward")
    run(Dice(), tmp_path / "backward", backward)
    assert bytes_of(tmp_path / "forward") == bytes_of(tmp_path / "backward")


def test_a_finished_folder_is_left_as_it_is(tmp_path: Path) -> None:
    first = run(Dice(), tmp_path)
    before = bytes_of(tmp_path)
    again = run(Dice(), tmp_path)
    assert (len(first.computed), again.computed, again.repaired) == (12, (), ())
    assert bytes_of(tmp_path) == before


def test_damaged_shards_are_named_and_mended(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    run(Dice(), tmp_path)
    before = bytes_of(tmp_path)
    PARQUET.path_of(tmp_path, 2).unlink()
    cut, flipped = PARQUET.path_of(tmp_path, 5), PARQUET.path_of(tmp_path, 7)
    cut.write_bytes(cut.read_bytes()[:-9])
    content = bytearray(flipped.read_bytes())
    content[40] ^= 1
    flipped.write_bytes(bytes(content))
    with caplog.at_level(logging.INFO, "osteon"):
        done = run(Dice(), tmp_path)
    assert done.computed == done.repaired == (2, 5, 7)
    for words in ("000002.parquet is missing", "000005.parquet is", "in place of",
                  "000007.parquet is damaged (checksum differs)"):  # fmt: skip
        assert words in caplog.text
    assert bytes_of(tmp_path) == before


def test_another_run_is_refused_with_what_differs(tmp_path: Path) -> None:
    run(Dice(), tmp_path)
    before = bytes_of(tmp_path)
    with pytest.raises(InputError, match=r"task\.seed is 1 in it, 2 now; name another folder"):
        run(Dice(seed=2), tmp_path)
    assert bytes_of(tmp_path) == before


def test_shards_of_another_version_are_not_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(Dice(), tmp_path)
    monkeypatch.setattr(Dice, "versions", lambda _: {"dice": "2"})
    with pytest.raises(InputError, match=r'made with\.dice is "1" in it, "2" now'):
        run(Dice(), tmp_path)


def test_a_worker_of_another_version_is_refused(tmp_path: Path) -> None:
    def elsewhere(task: Task, indices: Sequence[int]) -> Iterator[Finished]:
        return (replace(attempt(task, index), versions={"dice": "3"}) for index in indices)

    with pytest.raises(
        SimulationError, match=r"12 of 12 chunks failed \(chunk 0: a worker made it"
    ):
        run(Dice(), tmp_path, elsewhere)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(InputError, match=r"holds 'thesis\.txt' and no run"):
        run(Dice(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("words", ["", "{}", "[]", "seed"])
def test_a_damaged_manifest_is_not_believed(tmp_path: Path, words: str) -> None:
    run(Dice(), tmp_path)
    manifest = tmp_path / MANIFEST
    changed = manifest.read_text("utf-8").replace('"seed": 1', '"seed": 2')
    manifest.write_text(changed if words == "seed" else words, "utf-8")
    with pytest.raises(StoreError, match="the manifest is damaged"):
        run(Dice(), tmp_path)


def test_chunks_that_fail_are_named_and_the_others_kept(tmp_path: Path) -> None:
    with pytest.raises(SimulationError, match="2 of 12 chunks failed") as failed:
        run(Dice(failing=(3, 8)), tmp_path)
    assert "chunk 3: a die fell off the table; chunk 8: a die" in str(failed.value)
    assert not (tmp_path / "summary.json").exists()
    assert run(Dice(), tmp_path).computed == (3, 8)


def test_progress_counts_what_was_there_first(tmp_path: Path) -> None:
    with pytest.raises(SimulationError):
        run(Dice(failing=(0, 1)), tmp_path)
    told: list[int] = []
    run(Dice(), tmp_path, progress=told.append)
    assert told == [500, 50, 50]


def test_people_of_an_arm_are_each_there_once(tmp_path: Path) -> None:
    """Chunks differ, and a chunk is the same whatever else is in the run."""
    task = real()
    run(task, tmp_path)
    rows = pq.read_table(tmp_path / "shards")
    assert rows["person"].to_pylist() == list(range(56))
    spine = rows["bmd_lumbar_spine_month_12"].to_numpy()
    assert len(set(spine)) == 56
    assert -6.0 < spine.mean() < -0.5, "letrozole takes 1 to 4 % of the spine in a year"
    assert (rows["fracture_clinical_month_12"].to_numpy() > 0.0).all()
    assert attempt(replace(task, people=32), 1).content == attempt(task, 1).content
    written = json.loads((tmp_path / "summary.json").read_bytes())["columns"]
    assert written["bmd_lumbar_spine_month_12"]["mean"] == pytest.approx(spine.mean(), rel=1e-12)
    assert set(written) == set(rows.column_names) - {"person"}


@pytest.mark.parametrize(
    ("engine", "people"), [("native", 2048), ("portable", 2048), ("cuda", 32_768)]
)
def test_a_chunk_is_as_large_as_the_engine_needs(
    engine: str, people: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More people than half of the 50,688 threads of an H200; on processors the bytes stay."""
    monkeypatch.setenv("OSTEON_ENGINE", engine)
    assert ArmPeople(real().trial, "letrozole", 100_000).describe()["chunk_size"] == people
