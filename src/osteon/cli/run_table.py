"""A run on the screen: how its people differ, by endpoint and month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from osteon.cli.look import plain_table, print_remarks, print_table, signed
from osteon.people.endpoint import label_of
from osteon.runs.arm_people import BMD, ENDPOINTS, FRACTURES

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from osteon.runs.arm_people import ArmPeople
    from osteon.runs.run import Run

_SHARES = (0.025, 0.25, 0.5, 0.75, 0.975)


def print_run(console: Console, task: ArmPeople, done: Run) -> None:
    """Print quantiles by endpoint and month, and what was computed."""
    console.print()
    console.print(Text(f"{task.arm}: {task.people:,} people", style="bold"))
    changes = tuple(one for one in ENDPOINTS if one not in FRACTURES)
    print_table(console, _table("change since month 0, %", changes, task, done))
    console.print()
    print_table(console, _table("fractures per 100 people", FRACTURES, task, done))
    print_remarks(
        console,
        "Quantiles over people: half of them lie between 25 % and 75 %. They differ by "
        "constitution and age; what is not known of the typical person, and measurement error, are "
        "left out.",
    )
    console.print()
    console.print(_what_was_done(task, done), soft_wrap=True)


def _table(title: str, endpoints: tuple[str, ...], task: ArmPeople, done: Run) -> Table:
    table = plain_table(title)
    for head in ("month", *(f"{100 * share:g} %" for share in _SHARES), "mean"):
        table.add_column(head, justify="right", no_wrap=True)
    for endpoint in endpoints:
        for month in task.months:
            found = done.summary[task.column(endpoint, month).name]
            numbers = [*(found.quantile(share) for share in _SHARES), found.mean]
            first = month == task.months[0]
            table.add_row(
                label_of(endpoint) if first else "",
                str(month),
                *(_written(endpoint, number) for number in numbers),
            )
    return table


def _written(endpoint: str, number: float) -> str:
    if endpoint in FRACTURES:
        return f"{number:.2f}"
    return signed(number, 1 if endpoint in BMD else 0)


def _what_was_done(task: ArmPeople, done: Run) -> str:
    if not done.computed:
        return f"Nothing was left to compute: {done.folder} was finished, and every shard is sound."
    there = task.chunks - len(done.computed)
    before = f"; {there} were there and sound" if there else ""
    return f"{len(done.computed)} of {task.chunks} shards computed{before}. Written: {done.folder}"
