"""A run killed by SIGKILL at any moment and started again ends with the undisturbed bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from support import run_tasks
from support.run_tasks import Dice, bytes_of

from osteon.errors import StoreError
from osteon.runs.run import run

TESTS = Path(__file__).resolve().parents[2]


def begin(what: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a process that carries out a task in a folder, all but the last chunk."""
    command = [sys.executable, "-m", "support.run_tasks", what, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


def wait_for(process: subprocess.Popen[bytes], folder: Path, shards: int) -> None:
    """Wait until the run has written so many shards."""
    finished = ("shards/*.parquet", "courses.zarr/c/*/0/0")
    while (
        sum(len(list(folder.glob(one))) for one in finished) < shards
        or not (folder / "lock").exists()
    ):
        assert process.poll() is None, "it failed"
        time.sleep(0.002)


def kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL


def test_killed_again_and_again(tmp_path: Path) -> None:
    """At the very start, right after a rename, within a chunk, and near the end."""
    run(Dice(), tmp_path / "calm")
    folder = tmp_path / "killed"
    for shards, delay in ((0, 0.0), (1, 0.0), (3, 0.001), (5, 0.02), (11, 0.0)):
        process = begin("dice", folder)
        wait_for(process, folder, shards)
        time.sleep(delay)
        kill(process)
    done = run(Dice(), folder)
    assert 0 < len(done.computed) <= 2
    assert bytes_of(folder) == bytes_of(tmp_path / "calm")


@pytest.mark.parametrize("name", ["real", "courses", "trial"])
def test_the_real_model_is_killed_once(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The undisturbed run has one core: the number of threads has no part in the bytes either."""
    folder, task = tmp_path / "killed", run_tasks.TASKS[name]()
    process = begin(name, folder)
    wait_for(process, folder, 2)
    kill(process)
    done = run(task, folder)
    assert 0 < len(done.computed) < 4
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    run(task, tmp_path / "calm")
    assert bytes_of(folder) == bytes_of(tmp_path / "calm")


def test_what_was_half_written_is_cleared(tmp_path: Path) -> None:
    run(Dice(), tmp_path / "calm")
    folder = tmp_path / "torn"
    run(Dice(), folder)
    (folder / "shards" / ".000003.parquet.part").write_bytes(b"PAR1 half of")
    (folder / ".manifest.json.part").write_bytes(b"{")
    run(Dice(), folder)
    assert bytes_of(folder) == bytes_of(tmp_path / "calm")


def test_a_second_process_is_refused_and_a_killed_one_is_no_obstacle(tmp_path: Path) -> None:
    process = begin("dice", tmp_path)
    wait_for(process, tmp_path, 1)
    with pytest.raises(StoreError, match="another process is at work"):
        run(Dice(), tmp_path)
    kill(process)
    assert run(Dice(), tmp_path).computed


def test_a_full_disk_ends_clearly_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    """The limit on the size of a file stands for the disk: a second process has little room."""
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from osteon.runs.run import run; from osteon.runs import run as room\n"
        "from support.run_tasks import Dice\n"
        "def fill(count):\n"
        "    global told; told += count\n"
        "    if told == 150: resource.setrlimit(resource.RLIMIT_FSIZE, (700, -1))\n"
        "told = 0\n"
        "run(Dice(), Path(sys.argv[1]), progress=fill)\n"
    )
    environment: dict[str, Any] = {**os.environ, "PYTHONPATH": str(TESTS)}
    folder = tmp_path / "full"
    ended = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "StoreError" in ended.stderr
    assert "file too large; what was finished before it is kept" in ended.stderr
    assert sorted(path.name for path in (folder / "shards").iterdir()) == [
        "000000.parquet", "000001.parquet", "000002.parquet",
    ]  # fmt: skip
    assert len(run(Dice(), folder).computed) == 9
    run(Dice(), tmp_path / "calm")
    assert bytes_of(folder) == bytes_of(tmp_path / "calm")
