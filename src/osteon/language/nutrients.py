"""Which nutrients a diet may state: read from the parameter files of the mechanisms that answer.

A file with `usual_intake` says under `stated` what people call it, its plausible range and a good
amount; the unit is that of the parameter. So a new nutrient brings its own words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from osteon.language.quantity import Measured

_ROOMS = tuple(Path(__file__).parents[1] / room for room in ("physiology", "interventions"))
_TABLE = "usual_intake"


def stated_in(folders: Iterable[Path] = _ROOMS) -> dict[str, Measured]:
    """Return how each nutrient of the parameter files in some folders is written, by its name."""
    found: dict[str, Measured] = {}
    for folder in folders:
        for file in folder.rglob("*.toml"):
            text = file.read_text("utf-8")
            table = tomllib.loads(text)[_TABLE] if f"[{_TABLE}]" in text else {}
            if "stated" in table:
                said, unit = table["stated"], table["unit"]
                low, high = said.get("least", 0.0), said["most"]
                name = said["name"]
                found[name] = Measured(unit, unit, low, high, said["example"], name)
    return dict(sorted(found.items()))
