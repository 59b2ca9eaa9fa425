"""Strategies side by side: what each does, its change and T-score, and its lead over the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from osteon.cli.forbidden import forbidden_in
from osteon.cli.fracture_table import fracture_key, print_fractures
from osteon.cli.look import (
    GAIN,
    LOSS,
    MARK,
    QUIET,
    interval,
    plain_table,
    print_list,
    print_remarks,
    print_table,
    signed,
)
from osteon.cli.next_dxa_line import print_next_dxa
from osteon.people.endpoint import DXA_ENDPOINTS, label_of
from osteon.vocabulary.span import span_in_words

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.strategies.compare import Change, Comparison, Difference


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Print what each strategy does, and a table for each month that is compared."""
    first = next(iter(comparison.doing))
    for name, phrases in comparison.doing.items():
        only = comparison.only(name, first)
        console.print()
        console.print(Text(name, style="bold"))
        lines = [("+" if phrase in only else "", phrase, phrase in only) for phrase in phrases]
        lines += [("-", phrase, False) for phrase in comparison.only(first, name)]
        print_list(console, lines)
    for month in comparison.months:
        console.print()
        console.print(Text(f"BMD after {span_in_words(month)}", style="bold"))
        print_table(console, _table(comparison, month))
    for name in comparison.doing:
        console.print()
        console.print(Text(name, style="bold"))
        print_next_dxa(console, comparison.forecast, name)
    print_fractures(console, comparison.forecast)
    print_remarks(
        console,
        f"+ and -: what differs from '{first}'. Median, and below it the central 95 %. "
        f"{MARK} more than measurement error makes of two scans. lead: percentage points more "
        f"than under '{first}', taken within the same simulated person.\n"
        f"{fracture_key(comparison.forecast)}",
        (*forbidden_in(comparison.forecast.case), *comparison.forecast.notes),
    )


def _table(comparison: Comparison, month: float) -> Table:
    first = next(iter(comparison.doing))
    table = plain_table("strategy")
    table.add_column("", no_wrap=True)
    for endpoint in DXA_ENDPOINTS:
        title = label_of(endpoint).removeprefix("BMD ")
        table.add_column(f"{title} ", justify="right", no_wrap=True)
    for name in comparison.doing:
        changes = [one for one in comparison.changes if one.strategy == name and one.month == month]
        leads = [
            one
            for one in comparison.differences
            if (one.strategy, one.versus, one.month) == (name, first, month)
        ]
        table.add_row(name, Text("change"), *(_change(one) for one in changes))
        if leads:
            limits = [one.least_significant_change for one in changes]
            table.add_row("", Text("lead"), *map(_lead, leads, limits))
        table.add_row("", Text("T-score"), *(_t_score(one) for one in changes))
    return table


def _change(one: Change) -> Text:
    color = "" if not one.detectable else LOSS if one.change.median < 0 else GAIN
    text = Text(f"{signed(one.change.median)} %{MARK if one.detectable else ' '}", style=color)
    return text.append(f"\n{interval(one.change.low, one.change.high)} ", style=QUIET)


def _lead(one: Difference, limit: float) -> Text:
    seen = abs(one.difference.median) > limit
    text = Text(f"{signed(one.difference.median)}{MARK if seen else ' '}")
    return text.append(f"\n{interval(one.difference.low, one.difference.high)} ", style=QUIET)


def _t_score(one: Change) -> Text:
    return Text(f"{signed(one.t_score.median)} ")
