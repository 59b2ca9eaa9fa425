"""What the tests at the doors share: the command, run from outside as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from doors.outside import EXAMPLE, Ended, Osteon


@pytest.fixture
def osteon(tmp_path: Path) -> Osteon:
    """Run `osteon` with some words, in a folder of its own, eighty columns wide."""

    def run(*words: object, columns: int = 80) -> Ended:
        command = [sys.executable, "-m", "osteon", *map(str, words)]
        environment = {**os.environ, "COLUMNS": str(columns)}
        return subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
            env=environment,
        )

    return run


@pytest.fixture
def example() -> str:
    """Return the text of the example case."""
    return EXAMPLE.read_text("utf-8")
