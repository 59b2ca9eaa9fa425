"""The literature: every source that a parameter or trial names.

Sources stand in BibTeX files anywhere in the package: in `references.bib` what many cite, beside a
mechanism (`denosumab.bib`) what it alone cites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True)
class Reference:
    """A published source."""

    key: str
    author: str
    year: str
    title: str
    where: str
    doi: str

    def __str__(self) -> str:
        link = f" doi:{self.doi}" if self.doi else ""
        return f"{self.author} ({self.year}). {self.title}. {self.where}.{link}"


def reference_files() -> tuple[Path, ...]:
    """Return every BibTeX file of the package."""
    return tuple(sorted(Path(__file__).parents[1].rglob("*.bib")))


@lru_cache(maxsize=1)
def references() -> dict[str, Reference]:
    """Return all references by key."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in reference_files())
    found: dict[str, Reference] = {}
    for match in re.finditer(r"@\w+\{([^,]+),(.*?)\n\}", text, flags=re.DOTALL):
        fields = dict(re.findall(r"(\w+)\s*=\s*\{(.*?)\},?\s*\n", match[2] + "\n"))
        found[match[1]] = Reference(
            key=match[1],
            author=fields.get("author", ""),
            year=fields.get("year", ""),
            title=fields.get("title", ""),
            where=fields.get("journal") or fields.get("publisher", ""),
            doi=fields.get("doi", ""),
        )
    return found
