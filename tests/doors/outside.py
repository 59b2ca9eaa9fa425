"""Where the doors' tests find things, and what a command leaves behind when it has ended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "anastrozole.yaml"

Ended = subprocess.CompletedProcess[str]
Osteon = Callable[..., Ended]


def osteon_in(folder: Path) -> Osteon:
    """Return what runs `osteon` with some words in a folder, eighty columns wide."""

    def run(*words: object, columns: int = 80) -> Ended:
        return subprocess.run(
            [sys.executable, "-m", "osteon", *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=folder,
            env={**os.environ, "COLUMNS": str(columns)},
        )

    return run
