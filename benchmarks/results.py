"""What was measured, entry by entry: each with its own day, machine and load.

An entry is measured alone (`python -m benchmarks --only NAME`), whenever the machine is quiet, and
leaves the others as they are.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.machine import described

RESULTS = Path(__file__).with_name("results.json")


def entry_of(measure: Callable[[], object]) -> dict[str, object]:
    """Return what is found, beside the day, the machine with its load, and the load afterwards."""
    machine = described()
    found = measure()
    return {
        "day": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "machine": machine,
        "load after": round(os.getloadavg()[0], 1),
        "found": found,
    }


def keep(name: str, entry: dict[str, object], path: Path = RESULTS) -> None:
    """Write an entry in the place of an earlier one of its name."""
    path.write_text(json.dumps({**kept(path), name: entry}, indent=1) + "\n", "utf-8")


def kept(path: Path = RESULTS) -> dict[str, Any]:
    """Return all entries; none if nothing was measured yet."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found
