"""`osteon report`: two pages to talk over at a visit, as PDF, as HTML, or both."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from osteon.cli.case_file import read_case
from osteon.cli.options import CaseFile, Followed, Json, Members, Refine, Seed
from osteon.cli.screen import CALM, screen
from osteon.cli.simulate import forecast_of
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json

Out = Annotated[
    list[Path] | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Write the report here, by its ending .pdf or .html; may be said twice. "
        "Left out: visit.pdf and visit.html.",
        show_default=False,
    ),
]


def report(
    case: CaseFile,
    out: Out = None,
    json: Json = None,
    members: Members = 200,
    seed: Seed = 1,
    followed: Followed = None,
    refine: Refine = False,
) -> None:
    """Write a report of two pages for a visit.

    What was assumed, what is forecast, what to ask, and where it comes from. It names no person
    and asks no other machine for anything.
    """
    from osteon.reports.visit import check_strategies, report_of, write_report
    from osteon.reports.visit.write import check_ending

    described = read_case(case)
    check_strategies(described)
    targets = out or [Path("visit.pdf"), Path("visit.html")]
    for target in targets:
        check_ending(target)
        check_file(str(target), "--out")
    check_file(json, "--json")
    made = report_of(forecast_of(case, described, members, seed, followed, refine))
    written = [str(write_report(made, target)) for target in targets]
    if json is not None:
        write_json(asdict(made), json)
        written += [] if json == STANDARD_OUTPUT else [json]
    console = screen(errors=json == STANDARD_OUTPUT)
    console.print(f"Written: {', '.join(written)}", soft_wrap=True)
    console.print(CALM, style="dim")
