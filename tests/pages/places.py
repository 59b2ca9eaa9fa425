"""Where the pages stand, and how a reader's shell runs what they say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def run_here(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder as a reader does: environment active, its source first."""
    binaries = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "COLUMNS": "80",
        "PATH": os.pathsep.join([binaries, os.environ["PATH"]]),
        "PYTHONPATH": str(folder / "src"),
    }
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
