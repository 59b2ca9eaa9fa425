"""`osteon case add`, `list`, `show` and `delete`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from osteon.cli.case.opening import CaseName, Encrypted, StoreFile, opened
from osteon.cli.case_file import STANDARD_INPUT, read_case
from osteon.cli.options import CaseFile, Json
from osteon.cli.screen import screen
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json
from osteon.errors import InputError

if TYPE_CHECKING:
    from rich.table import Table

    from osteon.cases.kept import Kept

Name = Annotated[
    str | None,
    typer.Option(
        "--name", help="Under which to keep it; else the name of the file.", show_default=False
    ),
]


def add(
    case: CaseFile, name: Name = None, store: StoreFile = None, encrypted: Encrypted = False
) -> None:
    """Keep a case.

    Its remarks (#) are not kept; 'note:' is.
    """
    if name is None and case == STANDARD_INPUT:
        raise InputError("a case from standard input has no name; give it one with --name")
    described = read_case(case)
    kept_as = case.stem if name is None else name
    with opened(store, encrypted=encrypted) as cases:
        cases.add(kept_as, described)
        print(f"Kept as '{kept_as}' in {cases.path}")


def show_all(store: StoreFile = None, json: Json = None) -> None:
    """List the cases that are kept."""
    check_file(json, "--json")
    with opened(store) as cases:
        kept, path = cases.kept(), cases.path
    if json is not None:
        write_json({"store": str(path), "cases": [asdict(one) for one in kept]}, json)
    if json == STANDARD_OUTPUT:
        return
    if not kept:
        print(f"No case is kept in {path} yet; 'osteon case add FILE' keeps one")
        return
    screen().print(_table(kept))


def show(name: CaseName, store: StoreFile = None, json: Json = None) -> None:
    """Show a case as a file, with what was measured since, and which forecasts are kept."""
    from osteon.cli.case.exchange import case_file

    check_file(json, "--json")
    with opened(store) as cases:
        case, forecasts = cases.case(name), cases.forecasts(name)
    if json is not None:
        content: dict[str, Any] = {"name": name, "case": case.words()}
        content["forecasts"] = [asdict(one) for one in forecasts]
        write_json(content, json)
    if json == STANDARD_OUTPUT:
        return
    print(case_file(case), end="")
    for one in forecasts:
        made_with = one.layer or "literature values"
        print(f"# forecast of {one.added}, osteon {one.version}, {made_with}")


def delete(name: CaseName, store: StoreFile = None) -> None:
    """Delete a case, and every trace of it in the store."""
    with opened(store) as cases:
        traceless = cases.delete(name)
        print(f"Deleted: '{name}'")
        if not traceless:
            print(f"Another program has {cases.path} open: traces go when that one is closed")


def _table(kept: tuple[Kept, ...]) -> Table:
    from osteon.cli.look import plain_table

    table = plain_table("case")
    table.add_column("strategies", overflow="fold")
    table.add_column("visits", justify="right")
    table.add_column("forecasts", justify="right")
    table.add_column("kept since", no_wrap=True)
    for one in kept:
        table.add_row(
            one.name,
            ", ".join(one.strategies),
            str(one.measurements),
            str(one.forecasts),
            one.added[:10],
        )
    return table
