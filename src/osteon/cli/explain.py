"""`osteon explain`: why a strategy does to bone what the simulation says, at three depths."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from osteon.cli.case_file import read_case
from osteon.cli.located import located
from osteon.cli.options import CaseFile, Json
from osteon.cli.screen import CALM, screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json
from osteon.vocabulary.site import Site


class Depth(StrEnum):
    """How deep the explanation goes."""

    FUNDAMENTALS = "fundamentals"
    INTERMEDIATE = "intermediate"
    ACADEMIC = "academic"


def explain(
    case: CaseFile,
    strategy: Annotated[
        str | None,
        typer.Option(help="Which strategy of the case; the first if not said.", metavar="NAME"),
    ] = None,
    month: Annotated[
        float | None,
        typer.Option(help="When; month 12 if not said, or the horizon if that is earlier."),
    ] = None,
    site: Annotated[Site, typer.Option(help="At which site of the skeleton.")] = Site.LUMBAR_SPINE,
    depth: Annotated[
        Depth, typer.Option(help="Plain words, link by link, or with equations and parameters.")
    ] = Depth.INTERMEDIATE,
    quantity: Annotated[
        str | None,
        typer.Option(
            help="Follow the chain to this quantity instead of BMD, as ctx or rankl@total_hip.",
            metavar="NAME",
        ),
    ] = None,
    versus: Annotated[
        str | None,
        typer.Option(
            help="Compare with this strategy; with doing only what is usual if not said.",
            metavar="NAME",
        ),
    ] = None,
    json: Json = None,
) -> None:
    """Follow what is done through hormones, signals and cells to bone density, with sources."""
    described = read_case(case)
    check_file(json, "--json")
    with working(1) as begin, located(case, strategy, quantity, versus):
        from osteon.model.library import standard
        from osteon.people.layer import current_layer
        from osteon.reports import page
        from osteon.reports.explanation import as_json, explanation_of
        from osteon.reports.setting import setting_of

        begin("simulating")
        setting = setting_of(standard(), current_layer(), described, strategy, month, versus)
        explanation = explanation_of(setting, quantity, site)
        content, shown = as_json(explanation), page.page(explanation, page.Depth(depth))
    if json is not None:
        write_json(content, json)
    if json != STANDARD_OUTPUT:
        console = screen()
        console.print(shown)
        console.print(CALM, style="dim")
        if json is not None:
            console.print(f"\nWritten: {json}")
