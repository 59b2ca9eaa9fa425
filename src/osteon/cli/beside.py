"""`osteon beside`: what somebody else's model (SBML) says, beside what osteon says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from osteon.cli.case_file import read_case
from osteon.cli.located import located
from osteon.cli.options import CaseFile, Json
from osteon.cli.screen import screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.interchange.foreign.beside import Beside

Guides = Annotated[
    list[Path],
    typer.Argument(
        metavar="GUIDE...",
        help="A file that says which SBML model it is, how it counts time, and which of its "
        "variables is which quantity of osteon.",
    ),
]
StrategyName = Annotated[
    str | None,
    typer.Option(
        "--strategy", metavar="NAME", help="What osteon's person does; the first of the case.",
        show_default=False,
    ),
]  # fmt: skip


def beside(case: CaseFile, guide: Guides, strategy: StrategyName = None, json: Json = None) -> None:
    """Set other models of bone (SBML) beside osteon.

    Each quantity is shown in percent of month 0. The other model does what its guide says, osteon's
    person what her strategy says.
    """
    from osteon.interchange.foreign.beside import beside as set_beside
    from osteon.interchange.foreign.model import read_model

    check_file(json, "--json")
    described = read_case(case)
    models = [read_model(path) for path in guide]
    followed = strategy or next(iter(described.strategies))
    with located(case, strategy), working(len(models)) as begin:
        found = []
        for model in models:
            begin(model.name)
            found.append(set_beside(described, followed, model))
    if json != STANDARD_OUTPUT:
        for one in found:
            _print(screen(), one)
    if json is not None:
        write_json({"models": [_content(one) for one in found]}, json)


def _print(console: Console, found: Beside) -> None:
    from osteon.cli.look import plain_table, print_remarks, print_table

    console.print()
    console.print(f"{found.model}, beside '{found.strategy}'", style="bold", soft_wrap=True)
    for pair in found.pairs.values():
        console.print()
        table = plain_table("month")
        table.add_column(f"osteon: {pair.quantity}", justify="right", overflow="fold")
        table.add_column(f"{found.model}: {pair.variable}", justify="right", overflow="fold")
        for place in _shown(len(found.months)):
            month, ours, theirs = (one[place] for one in (found.months, pair.ours, pair.theirs))
            table.add_row(f"{month:g}", f"{ours:.1f}", f"{theirs:.1f}")
        print_table(console, table)
    print_remarks(
        console,
        "Percent of month 0. Two models mean different things by a level; compare the changes.",
    )


def _shown(months: int) -> list[int]:
    """Return which months are shown: the first year by quarters, then the years, and the last."""
    quarters, years = range(0, min(13, months), 3), range(12, months, 12)
    return sorted({*quarters, *years, months - 1})


def _content(found: Beside) -> dict[str, object]:
    return {
        "model": found.model,
        "strategy": found.strategy,
        "months": found.months,
        "unit": "% of month 0",
        "quantities": {
            pair.variable: {"quantity": pair.quantity, "ours": pair.ours, "theirs": pair.theirs}
            for pair in found.pairs.values()
        },
    }
