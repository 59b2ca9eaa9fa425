"""Chunks on Dask workers, real processes on this machine, one of them killed by SIGKILL mid-run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import run_tasks
from support.run_tasks import Dice, bytes_of

from osteon.errors import InputError, MissingExtraError, SimulationError
from osteon.runs import cluster
from osteon.runs.cluster import Cluster
from osteon.runs.run import run

TESTS = Path(__file__).resolve().parents[2]
Processes = list[subprocess.Popen[bytes]]


def begin(kind: str, *options: str) -> subprocess.Popen[bytes]:
    """Start a scheduler or a worker that listens on this machine alone."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options, "--no-dashboard"]
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)


@dataclass(frozen=True)
class Local:
    """A scheduler on this machine and its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: Processes


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    """Give a scheduler and three workers; each ends with the tests of this file."""
    folder = tmp_path_factory.mktemp("dask")
    card = folder / "scheduler.json"
    scheduler = begin(
        "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(card)
    )
    own: Processes = []
    try:
        while not card.exists() or not card.read_text("utf-8").rstrip().endswith("}"):
            assert scheduler.poll() is None
            time.sleep(0.02)
        address = json.loads(card.read_text("utf-8"))["address"]
        for number in range(3):
            place = str(folder / f"worker-{number}")
            options = ("--no-nanny", "--nthreads", "1", "--local-directory", place)
            own.append(begin("worker", address, "--host", "127.0.0.1", *options))
        yield Local(address, scheduler, own)
    finally:
        for process in (*own, scheduler):
            process.kill()
            process.wait()


def test_a_worker_dies_and_the_bytes_are_the_same(local: Local, tmp_path: Path) -> None:
    address, own = local.address, local.workers
    told: list[int] = []

    def kill_one(more: int) -> None:
        told.append(more)
        if len(told) == 5:
            own[0].kill()

    run(Dice(chunks=60), tmp_path / "here")
    done = run(Dice(chunks=60, pause=0.05), tmp_path / "there", Cluster(address), kill_one)
    assert own[0].wait() != 0
    assert [process.poll() for process in own[1:]] == [None, None]
    assert done.computed == tuple(range(60))
    assert bytes_of(tmp_path / "there") == bytes_of(tmp_path / "here")

    run(run_tasks.trial(), tmp_path / "trial here")
    run(run_tasks.trial(), tmp_path / "trial there", Cluster(address))
    assert bytes_of(tmp_path / "trial there") == bytes_of(tmp_path / "trial here")

    with pytest.raises(SimulationError, match=r"1 of 9 chunks failed \(chunk 4: a die fell"):
        run(Dice(chunks=9, failing=(4,)), tmp_path / "failing", Cluster(address))
    assert len(list((tmp_path / "failing" / "shards").iterdir())) == 8


def test_the_scheduler_dies_and_what_was_finished_is_kept(local: Local, tmp_path: Path) -> None:
    told: list[int] = []

    def kill_it(more: int) -> None:
        told.append(more)
        if len(told) == 4:
            local.scheduler.kill()

    with pytest.raises(SimulationError, match="the Dask scheduler went away; what was finished"):
        run(Dice(chunks=40, pause=0.05), tmp_path / "there", Cluster(local.address), kill_it)
    assert len(run(Dice(chunks=40), tmp_path / "there").computed) < 38
    run(Dice(chunks=40), tmp_path / "here")
    assert bytes_of(tmp_path / "there") == bytes_of(tmp_path / "here")


def test_a_scheduler_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", "1s")
    with pytest.raises(SimulationError, match="no Dask scheduler answers at tcp://127"):
        run(Dice(), tmp_path, Cluster("tcp://127.0.0.1:9"))


@pytest.mark.parametrize(
    "address", ["", "somewhere", "host:8786", "tcp://host", "tcp://host:x", "tcp://host:99999"]
)
def test_what_is_no_address_is_refused_at_once(address: str) -> None:
    with pytest.raises(InputError, match="is no address of a Dask scheduler; write it with"):
        Cluster(address)


def test_without_dask_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'osteon\[cluster\]'"):
        run(Dice(), tmp_path, Cluster("tcp://127.0.0.1:9"))
