"""What the commands in the pages print: each is run when the site is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

SNIPPETS: Final = Path(__file__).parents[1] / "snippets"
_COLUMNS: Final = 80


def outputs(names: list[str]) -> dict[str, str]:
    """Return what snippets print, by name ('first_skeleton/simulate.sh').

    Raises
    ------
    RuntimeError
        If one fails; says what it complained of.
    """
    with ThreadPoolExecutor(max_workers=2) as together:
        return dict(zip(names, together.map(output_of, names), strict=True))


def output_of(name: str) -> str:
    """Return what one snippet prints, run in a folder that holds its neighbors."""
    snippet = SNIPPETS / name
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(snippet.parent, folder, dirs_exist_ok=True)
        ended = run(snippet.name, Path(folder))
    if ended.returncode != 0:
        raise RuntimeError(f"{name} failed: {ended.stderr.strip()[-2000:]}")
    return ended.stdout.strip("\n")


def run(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a snippet in a folder, as a person does whose environment is active."""
    command = [sys.executable, name] if name.endswith(".py") else ["bash", "-eu", name]
    binaries = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "COLUMNS": str(_COLUMNS),
        "PATH": os.pathsep.join([binaries, os.environ.get("PATH", "")]),
    }
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
