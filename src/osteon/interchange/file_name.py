"""Names of strategies as names of files: letters, digits and hyphens, no two alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 60


def file_names(names: Iterable[str]) -> list[str]:
    """Return a file name, without ending, for each name; a number tells apart what looks alike."""
    given: list[str] = []
    for name in names:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST] or "strategy"
        number, unique = 1, stem
        while unique in given:
            number += 1
            unique = f"{stem}-{number}"
        given.append(unique)
    return given
