"""The look that all tables share, at eighty columns and without color as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from osteon.cli.screen import CALM

if TYPE_CHECKING:
    from rich.console import Console

QUIET = "dim"
LOSS, GAIN, CARE = "red", "green", "yellow"
MARK = "*"
_MARGIN = 2
_LONGEST_WORD = 24
_ANY_WIDTH = 10_000


def plain_table(first: str) -> Table:
    """Return a table with a line under its head and nothing around it; `first` heads the rows."""
    table = Table(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style=""
    )
    table.add_column(first, overflow="fold")
    return table


def print_table(console: Console, table: Table) -> None:
    """Print a table a little inside the margin.

    No number is cut and no word broken: where a terminal is too narrow for that, lines go on beyond
    its edge.
    """
    terminal = console.width
    console.width = max(terminal, _MARGIN + _least_width(console, table))
    console.print(Padding(table, (0, 0, 0, _MARGIN), expand=False))
    console.width = terminal


def _least_width(console: Console, table: Table) -> int:
    """Return how wide a table has to be, and keep its columns from being narrower."""
    options = console.options.update_width(_ANY_WIDTH)
    least = Measurement.get(console, options, table).maximum
    for column in table.columns:
        cells = [Text(str(cell)) for cell in (column.header, *column.cells)]
        widths = [Measurement.get(console, options, cell) for cell in cells]
        indents = [len(cell) - len(cell.plain.lstrip(" ")) for cell in cells]
        words = (width.minimum + indent for width, indent in zip(widths, indents, strict=True))
        widest = max(width.maximum for width in widths)
        column.min_width = widest if column.no_wrap else min(max(words), _LONGEST_WORD)
        least -= widest - column.min_width
    return least


def print_remarks(console: Console, key: str, notes: tuple[str, ...] = ()) -> None:
    """Print what the marks mean, what limits the numbers, and what they are for."""
    console.print()
    console.print(Text(key, style=QUIET))
    for note in notes:
        console.print(Text("Note: ", style=CARE).append(f"{note}.", style="none"))
    console.print(Text(CALM, style=QUIET))


def print_list(console: Console, lines: list[tuple[str, str, bool]]) -> None:
    """Print lines with a sign before each; what is not `own` stands back."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    for sign, line, own in lines:
        grid.add_row(sign, Text(line, style="" if own else QUIET))
    console.print(Padding(grid, (0, 0, 0, 2), expand=False))


def signed(value: float, digits: int = 1) -> str:
    """Return a number with its sign, and zero without one."""
    rounded = round(value, digits)
    return f"{rounded:+.{digits}f}" if rounded else f"{0.0:.{digits}f}"


def interval(low: float, high: float) -> str:
    """Return the limits of changes."""
    return f"{signed(low)} to {signed(high)}"


def level(value: float) -> str:
    """Return a level with the decimals that its size deserves."""
    return f"{value:.{_decimals(value)}f}"


def levels(low: float, high: float) -> str:
    """Return the limits of a level, both with the decimals that the upper one deserves."""
    decimals = _decimals(high)
    return f"{low:.{decimals}f}-{high:.{decimals}f}"


def _decimals(value: float) -> int:
    return 2 if abs(value) < 10 else 0
