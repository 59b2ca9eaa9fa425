"""The steps of a page: the files that it shows by name, and the commands that it gives."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pages.places import DOCS, run_here

_BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INCLUDED = re.compile(r'--8<-- "([^"]+)"')


@dataclass(frozen=True)
class Step:
    """A file to be written (`title`), or a command to be run (no title)."""

    title: str | None
    text: str


def steps(page: str) -> Iterator[Step]:
    """Yield the steps of a page in their order; what is only shown (`text`) is none."""
    for language, title, body in _BLOCK.findall((DOCS / page).read_text("utf-8")):
        text = _INCLUDED.sub(lambda found: snippet(found[1]), body)
        if title:
            yield Step(title, text)
        elif language == "sh":
            yield Step(None, text)


def snippet(name: str) -> str:
    """Return the text of a snippet."""
    return (DOCS / "snippets" / name).read_text("utf-8").rstrip("\n")


def follow(page: str, folder: Path) -> list[tuple[str, subprocess.CompletedProcess[str]]]:
    """Do what a page says, literally, in a folder; return what was run and how it ended.

    Raises
    ------
    AssertionError
        If a step would write over a file that is there: the pages ask for new files alone.
    """
    ended = []
    for step in steps(page):
        if step.title is not None:
            file = folder / step.title
            assert not file.exists(), f"{page} touches {step.title}, which is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step.text, "utf-8")
        else:
            ended.append((step.text.strip(), run_here(["bash", "-eu", "-c", step.text], folder)))
    return ended
