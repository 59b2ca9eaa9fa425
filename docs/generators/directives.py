"""What a page may ask for: `{{ output first_skeleton/simulate.sh }}` and the like, filled in.

output NAME     what a snippet prints
accuracy NAME   a table of accuracy
fit NAME        a table about the fit
speed NAME      a table of speed
number PATH     one number of accuracy, within a line
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from generators import accuracy, calibration, speed
from generators.outputs import outputs

_ASKED = re.compile(r"\{\{ (output|accuracy|fit|speed|number) ([\w./-]+) \}\}")


def asked_outputs(folder: Path) -> list[str]:
    """Return the snippets whose output some page shows."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in sorted(folder.rglob("*.md")))
    return sorted({name for kind, name in _ASKED.findall(text) if kind == "output"})


def filled(markdown: str, folder: Path) -> str:
    """Return a page with everything that it asks for."""
    return _ASKED.sub(lambda found: _answer(found[1], found[2], folder), markdown)


def _answer(kind: str, name: str, folder: Path) -> str:
    match kind:
        case "output":
            return f"```text\n{_all_outputs(folder)[name]}\n```"
        case "accuracy":
            return "\n".join(accuracy.TABLES[name]())
        case "fit":
            return "\n".join(calibration.TABLES[name]())
        case "speed":
            return "\n".join(speed.TABLES[name]())
        case _:
            return accuracy.number(name)


@lru_cache(maxsize=1)
def _all_outputs(folder: Path) -> dict[str, str]:
    """Return what all snippets print; they are run together, once."""
    return outputs(asked_outputs(folder))
