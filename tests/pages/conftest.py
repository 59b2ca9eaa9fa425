"""The site, built once for all tests of the pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pages.places import DOCS, ROOT

sys.path.insert(0, str(DOCS))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """Return how the build of the site ended; the site lies in the folder of its `args[-1]`."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def site(built: subprocess.CompletedProcess[str]) -> Path:
    """Return the folder of the built site."""
    assert built.returncode == 0, built.stderr
    return Path(built.args[-1])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a copy of the source, as a newcomer has it."""
    for folder in ("src", "tests", "examples"):
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path
