"""What the commands say, and where: results on standard output, all else on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

CALM = "For research, teaching and the design of studies; not a medical device."
_WIDEST = 120


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    print(f"osteon: {message}", file=sys.stderr)


def screen(*, errors: bool = False) -> Console:
    """Return standard output, or standard error, as something that tables can be drawn on."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    console = Console(stderr=errors, highlight=False, markup=False, emoji=False)
    if console.width > _WIDEST:
        console.width = _WIDEST
    return console


@contextmanager
def working(steps: int) -> Iterator[Callable[[str], None]]:
    """Show on a terminal how far the work is; pass what the rooms announce to standard error.

    Gives a function to be told the name of each step as it begins.
    """
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = screen(errors=True)
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        *((TextColumn("left:"), TimeRemainingColumn()) if steps > 1 else ()),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = bar.add_task("preparing", total=steps, completed=-1)
    with announcing(console), bar:
        yield lambda name: bar.update(task, description=name, advance=1)


@contextmanager
def announcing(console: Console) -> Iterator[None]:
    """Print what the rooms announce, a line each."""
    log, handler = logging.getLogger("osteon"), _Announcements(console)
    before = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(before)


class _Announcements(logging.Handler):
    """Each announcement is one line."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        """Say an announcement."""
        self._console.print(f"osteon: {record.getMessage()}", soft_wrap=True)
