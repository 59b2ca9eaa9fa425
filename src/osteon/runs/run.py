"""Carry out a task in a folder, and go on where an earlier process ended, however it ended."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa

from osteon.errors import SimulationError
from osteon.runs.executors import Executor, here
from osteon.runs.files import held, parts_in, write_whole
from osteon.runs.histogram import Histogram
from osteon.runs.manifest import Kept, Manifest, readable
from osteon.runs.summary import SUMMARY, summary_content, summary_of
from osteon.runs.task import Task

_log = logging.getLogger("osteon")
Progress = Callable[[int], None]


@dataclass(frozen=True, eq=False)
class Run:
    """A finished run.

    Attributes
    ----------
    folder:
        Where its shards, its manifest and its summary are.
    computed:
        The chunks that were computed now; the others were there.
    repaired:
        Those of them whose shards were there, and were missing, cut or damaged.
    summary:
        Each column's moments and quantiles.
    """

    folder: Path
    computed: tuple[int, ...]
    repaired: tuple[int, ...]
    summary: Mapping[str, Histogram]


def run(
    task: Task, folder: Path, executor: Executor = here, progress: Progress | None = None
) -> Run:
    """Carry out a task: a file for each chunk, a manifest, and a summary.

    Parameters
    ----------
    folder:
        New, empty, or holding a part of the same run, which goes on.
    progress:
        Told how many more people are finished, those that were there first.

    Raises
    ------
    InputError
        If the folder holds something else; says what differs.
    StoreError
        If another process is at work in the folder, or it cannot be written, as on a full disk.
    SimulationError
        If chunks failed; names them with their reasons. All others are kept.
    """
    folder.mkdir(exist_ok=True)
    Manifest.read(folder)  # a folder with other things in it does not even get a lock
    with held(folder):
        manifest = _begun(task, folder)
        place = partial(task.layout.path_of, folder)
        faults = {index: manifest.fault_of(index, place(index)) for index in manifest.shards}
        repaired = tuple(sorted(index for index, fault in faults.items() if fault))
        for index in repaired:
            _log.info("shard %s is %s: computing it again", place(index), faults[index])
        sound = {index for index, fault in faults.items() if fault is None}
        if progress is not None:
            progress(sum(manifest.shards[index].rows for index in sound))
        missing = tuple(index for index in range(task.chunks) if index not in sound)
        _complete(task, folder, executor, manifest, missing, progress)
        summary = summary_of(task.columns, tables_in(folder, task))
        write_whole(folder / SUMMARY, readable(summary_content(task.columns, summary)))
        return Run(folder, missing, repaired, summary)


def tables_in(folder: Path, task: Task) -> Iterator[pa.Table]:
    """Yield the rows of every chunk of a finished run, in order."""
    for index in range(task.chunks):
        yield task.layout.decoded(task.layout.path_of(folder, index).read_bytes(), index)


def _begun(task: Task, folder: Path) -> Manifest:
    """Return the manifest of the run in a folder, begun now if there is none."""
    asked, found = Manifest.of(task), Manifest.read(folder)
    if found is None:
        asked.write(folder)
        found = asked
    found.check_same(asked, folder)
    for part in parts_in(folder):
        part.unlink()
    task.layout.begin(folder)
    return found


def _complete(
    task: Task,
    folder: Path,
    executor: Executor,
    manifest: Manifest,
    missing: tuple[int, ...],
    progress: Progress | None,
) -> None:
    """Compute and keep the missing chunks."""
    failed: dict[int, str] = {}
    for finished in executor(task, missing):
        index = finished.index
        if finished.problem is not None:
            failed[index] = finished.problem
            continue
        if finished.versions != manifest.versions:
            failed[index] = f"a worker made it with {finished.versions}, not {manifest.versions}"
            continue
        path = task.layout.path_of(folder, index)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, finished.content)
        manifest = manifest.with_shard(index, Kept.of(finished.rows, finished.content))
        manifest.write(folder)
        if progress is not None:
            progress(finished.rows)
    if failed:
        reasons = "; ".join(f"chunk {index}: {failed[index]}" for index in sorted(failed)[:3])
        raise SimulationError(
            f"{len(failed)} of {task.chunks} chunks failed ({reasons}); the other "
            f"{task.chunks - len(failed)} are kept in {folder}"
        )
