"""Mechanisms written for one test, each with its own parameter file."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.assembling import Place, placing


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Return a function (class, name, TOML text) -> mechanism."""
    return placing(tmp_path, monkeypatch)
