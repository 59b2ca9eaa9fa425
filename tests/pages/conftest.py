"""The site, built once, and the source as a newcomer has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pages.places import DOCS, ROOT

sys.path.insert(0, str(DOCS))


@dataclass(frozen=True)
class Built:
    """How the build ended, what it said, and where the site lies."""

    status: int
    said: str
    site: str


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return how the build ended."""
    return build(tmp_path_factory.mktemp("built") / "site")


def build(folder: Path) -> Built:
    """Build the site into a folder, as `make docs` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return Built(ended.returncode, ended.stdout + ended.stderr, str(folder))


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    """Return the folder of the built site."""
    assert built.status == 0, built.said
    return Path(built.site)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a copy of the source, as a newcomer has it."""
    for folder in ("src", "tests", "examples"):
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path
