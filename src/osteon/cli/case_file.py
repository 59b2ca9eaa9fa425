"""The case that a command is about: a file, or `-` for what comes from standard input."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osteon.language import Case

STANDARD_INPUT = Path("-")
_NAME = "<stdin>"


def read_case(path: Path) -> Case:
    """Read a case from a file, or from standard input where the path is `-`.

    Raises
    ------
    InputError
        If it cannot be read or used; with file (or `<stdin>`), line and way out.
    """
    from osteon.language import Case

    if path == STANDARD_INPUT:
        return Case.parse(_from_standard_input(), _NAME)
    return Case.read(path)


def text_of(path: Path) -> str:
    """Return the text of a case that was read."""
    return _from_standard_input() if path == STANDARD_INPUT else path.read_text(encoding="utf-8")


def source_of(path: Path) -> str:
    """Return the name of a case in messages."""
    return _NAME if path == STANDARD_INPUT else str(path)


def stem_of(path: Path) -> str:
    """Return the name of a case in the names of files that are made of it."""
    return "case" if path == STANDARD_INPUT else path.stem


@lru_cache(maxsize=1)
def _from_standard_input() -> str:
    """Return what standard input holds, which can be read but once."""
    from osteon.language import yaml_text

    return yaml_text.decoded(sys.stdin.buffer.read(yaml_text.LARGEST_FILE + 1), _NAME)
