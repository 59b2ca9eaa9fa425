"""The errors measured over every trial that comes with osteon: `make docs-numbers` writes them.

The documentation, the README and the studio tell of accuracy from this one file, `accuracy.json`.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).with_name("accuracy.json")


@lru_cache(maxsize=1)
def measured() -> dict[str, Any]:
    """Return what was measured."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found
