"""`osteon case`: people's cases kept on this machine."""

from __future__ import annotations

import typer

from osteon.cli.case.exchange import export, take_in
from osteon.cli.case.keeping import add, delete, show, show_all
from osteon.cli.case.later import correct, forecast, measure

case = typer.Typer(
    help="Keep cases on this machine, with what was measured and forecast since.",
    rich_markup_mode=None,
)
case.command("add")(add)
case.command("list")(show_all)
case.command("show")(show)
case.command("measure")(measure)
case.command("correct")(correct)
case.command("forecast")(forecast)
case.command("export")(export)
case.command("import")(take_in)
case.command("delete")(delete)
