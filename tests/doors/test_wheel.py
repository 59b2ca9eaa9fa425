"""The wheel: it brings the page, built as it is, and serves from where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import httpx
import pytest
from doors.outside import ROOT
from doors.studio import open_studio

MADE = {"node_modules", "generated", "assets", "__pycache__"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from a copy of the source that holds no page."""
    copy = tmp_path_factory.mktemp("source")
    for name in ("src", "studio"):
        shutil.copytree(ROOT / name, copy / name, ignore=lambda _, files: MADE & set(files))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    ended = subprocess.run(command, cwd=copy, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr + ended.stdout
    [built] = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the wheel is installed into."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--target", str(folder), str(wheel)], check=True)
    return folder


def test_it_brings_the_page_and_what_the_report_is_set_with(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "osteon/web/assets/index.html" in names
    assert any(re.fullmatch(r"osteon/web/assets/assets/.*\.js", name) for name in names)
    assert {"osteon/reports/visit/visit.typ", "osteon/reports/visit/questions.yaml"} <= names
    assert [name for name in names if "node_modules" in name or "studio" in name] == []


def test_it_serves_from_where_it_is_installed(installed: Path) -> None:
    where = {**os.environ, "PYTHONPATH": str(installed)}
    told = subprocess.run(
        [sys.executable, "-c", "import osteon; print(osteon.__file__)"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=where,
    ).stdout
    assert told.startswith(str(installed))
    with (
        open_studio(PYTHONPATH=str(installed)) as studio,
        httpx.Client(base_url=studio.place, headers=studio.headers, timeout=120) as client,
    ):
        page = client.get("").raise_for_status().text
        [script] = re.findall(r'src="/(assets/[^"]+\.js)"', page)
        assert len(client.get(script).raise_for_status().content) > 10_000
        assert client.get("api/schema").raise_for_status().json()["properties"]["person"]
