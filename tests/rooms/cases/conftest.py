"""What the tests of kept cases share."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteon.language.case import Case

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "anastrozole.yaml"


@pytest.fixture
def case() -> Case:
    """Return the example case."""
    return Case.read(EXAMPLE)
