"""Say where in a file a later refusal comes from: some faults show only when a model is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osteon.cli.case_file import source_of, text_of
from osteon.errors import InputError


@contextmanager
def located(path: Path, *options: str | None) -> Iterator[None]:
    """Add file and line to a refusal that knows neither, by the name it quotes.

    Parameters
    ----------
    options:
        What was asked for beside the file: a refusal of that has no line in it.

    Raises
    ------
    InputError
        The refusal, with its place.
    """
    try:
        yield
    except InputError as fault:
        if fault.source is not None:
            raise
        names = re.findall(r"'([^']+)'", fault.message)
        line = None if names and names[0] in options else _line_of(names, path)
        raise type(fault)(fault.message, source=source_of(path), line=line) from fault


def _line_of(names: list[str], path: Path) -> int | None:
    """Return the first line in which one of the names stands, remarks left aside."""
    lines = text_of(path).splitlines()
    for name in names:
        for number, line in enumerate(lines, 1):
            if name in line.partition(" #")[0]:
                return number
    return None
