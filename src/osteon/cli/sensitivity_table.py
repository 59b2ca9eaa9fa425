"""Sobol indices on the screen: mechanisms first, then single parameters, greatest total first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from osteon.cli.look import QUIET, plain_table, print_remarks, print_table, signed
from osteon.people.endpoint import label_of

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.sensitivity.analyze import Sensitivity
    from osteon.sensitivity.sobol import Decomposition

_SHOWN = 12
_LEAST = 0.005
_KEY = (
    "first: share of the variance, in percent, that a factor explains alone; total: with all that "
    "it does together with others; each with the half-width of its 95 % interval, so that small "
    "or negative shares are none. known: how well the typical value is known; people: how people "
    "differ. Fitted parameters are known together, as one of the sets that the data leave possible."
)


def print_sensitivity(console: Console, found: Sensitivity) -> None:
    """Print what moves a forecast."""
    asked = found.asked
    console.print()
    console.print(
        Text(f"{label_of(asked.outcome)} at month {asked.month:g}, {asked.strategy}", style="bold")
    )
    screened = found.screened
    console.print(
        Text(f"mean {signed(screened.mean)} {asked.unit}, SD {screened.sd:.1f}", style=QUIET)
    )
    _print(console, "mechanism", screened)
    if found.single is not None:
        _print(console, "parameter", found.single)
    print_remarks(console, _KEY, found.notes)


def _print(console: Console, first: str, found: Decomposition) -> None:
    table = plain_table(first)
    for title in ("factors", "first", "", "total", ""):
        table.add_column(title, justify="right", no_wrap=True)
    counting = [one for one in found.indices[:_SHOWN] if one.total >= _LEAST]
    for one in counting:
        table.add_row(
            one.name,
            str(one.factors),
            f"{100 * one.first:.0f}",
            Text(f"± {100 * one.first_error:.0f}", style=QUIET),
            f"{100 * one.total:.0f}",
            Text(f"± {100 * one.total_error:.0f}", style=QUIET),
        )
    console.print()
    print_table(console, table)
    rest = len(found.indices) - len(counting)
    said = f"{rest} {'other' if rest == 1 else 'others'} with less; " if rest else ""
    console.print(Text(f"  {said}{found.runs:,} runs", style=QUIET))
