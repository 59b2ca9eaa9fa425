"""How far a long run is, how fast it goes and how long it will take, on a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from osteon.cli.screen import announcing, screen


@contextmanager
def counting(total: int, what: str) -> Iterator[Callable[[int], None]]:
    """Show how many of `total` are done; give a function to be told how many more are.

    The first that it is told of were there before, and do not count for the rate.
    """
    from rich.progress import (
        BarColumn,
        Progress,
        ProgressColumn,
        Task,
        TaskID,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many in a second."""

        def render(self, task: Task) -> Text:
            """Return the rate; nothing while it is not known."""
            return Text(f"{task.speed:,.0f} {what}/s" if task.speed else f"{what}/s: not yet")

    class Count(ProgressColumn):
        """How many are done."""

        def render(self, task: Task) -> Text:
            """Return how many are done, and of how many."""
            return Text(f"{task.completed:,.0f} of {total:,} {what}")

    console = screen(errors=True)
    bar = Progress(
        Count(),
        BarColumn(bar_width=20),
        Rate(),
        TextColumn("left:"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        speed_estimate_period=120.0,
        disable=not console.is_terminal,
    )
    row: list[TaskID] = []

    def finished(more: int) -> None:
        if row:
            bar.advance(row[0], more)
        else:
            row.append(bar.add_task("", total=total, completed=more))

    with announcing(console), bar:
        yield finished
