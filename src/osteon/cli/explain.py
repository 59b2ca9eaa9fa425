"""`osteon explain`: why a strategy does to bone what the simulation says, at three depths."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from osteon.cli.located import located
from osteon.cli.options import CaseFile, Json
from osteon.cli.screen import CALM, screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json
from osteon.vocabulary.site import Site

if TYPE_CHECKING:
    from rich.console import RenderableType

    from osteon.reports.setting import Setting


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
            help="Explain one quantity instead, as rankl or bmd@total_hip.", metavar="NAME"
        ),
    ] = None,
    json: Json = None,
) -> None:
    """Follow what is done through hormones, signals and cells to bone density, with sources."""
    from osteon.language import Case

    described = Case.read(case)
    check_file(json, "--json")
    with working(1) as begin, located(case):
        from osteon.model.library import standard
        from osteon.people.layer import current_layer
        from osteon.reports.setting import setting_of

        begin("simulating")
        setting = setting_of(standard(), current_layer(), described, strategy, month)
        content, shown = _quantity(setting, quantity) if quantity else _chain(setting, site, depth)
    if json is not None:
        write_json(content, json)
    if json != STANDARD_OUTPUT:
        console = screen()
        console.print(shown)
        console.print(CALM, style="dim")
        if json is not None:
            console.print(f"\nWritten: {json}")


def _chain(setting: Setting, site: Site, depth: Depth) -> tuple[dict[str, Any], RenderableType]:
    from osteon.reports import page
    from osteon.reports.explanation import Explanation, as_json

    explanation = Explanation(setting, site)
    return as_json(explanation), page.page(explanation, page.Depth(depth))


def _quantity(setting: Setting, name: str) -> tuple[dict[str, Any], RenderableType]:
    from osteon.model.explain import explain as in_words
    from osteon.reports.academic_page import outline
    from osteon.reports.explanation import quantity_as_json

    text = in_words(setting.model, name, setting.evaluation(), setting.layer)
    where = f"{setting.strategy}, month {setting.month:.4g}\n\n"
    return quantity_as_json(setting, name) | {"text": text}, outline(where + text)
