"""Docstrings in the numpy style, taken apart: a summary, prose, and named entries by section."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, field

_SECTION = re.compile(r"^(Parameters|Attributes|Returns|Raises|Notes)\n-{3,}\n", re.MULTILINE)


@dataclass(frozen=True)
class Docstring:
    """What a docstring says.

    Attributes
    ----------
    summary:
        Its first sentence.
    prose:
        Its further paragraphs, as written.
    sections:
        By title ('Parameters'): names, and what is said of each.
    """

    summary: str
    prose: str = ""
    sections: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str | None) -> Docstring:
        """Take a docstring apart."""
        whole, *rest = _SECTION.split(inspect.cleandoc(text or ""))
        summary, _, prose = whole.strip().partition("\n\n")
        sections = {
            title: _entries(body) for title, body in zip(rest[::2], rest[1::2], strict=True)
        }
        return cls(" ".join(summary.split()), prose.strip(), sections)


def _entries(body: str) -> dict[str, str]:
    """Return the entries of a section; names that share one text each get it."""
    found: dict[str, str] = {}
    names: list[str] = []
    for line in body.splitlines():
        if line and not line.startswith(" "):
            names = [name.strip() for name in line.rstrip(":").split(",")]
            found |= dict.fromkeys(names, "")
        elif line.strip():
            for name in names:
                found[name] = f"{found[name]} {line.strip()}".strip()
    return found
