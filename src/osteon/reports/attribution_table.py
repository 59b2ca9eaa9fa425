"""What each part of a strategy contributes, as a small table."""

from __future__ import annotations

from collections.abc import Callable

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from osteon.reports.attribution import Array, Attribution
from osteon.reports.explanation import Explanation
from osteon.reports.wording import points
from osteon.vocabulary.site import Site

_YEARS = (1, 2, 3, 5, 7, 10)
_EXPLAINED = (
    "Percentage points of BMD since month 0. A part is cut out, the rest simulated again, and the "
    "difference taken. Parts act on the same cells, so they need not add up: the remainder is "
    "their interaction."
)


def attribution_table(explanation: Explanation, *, years: bool) -> RenderableType:
    """Return the contributions at all sites and, if asked, over the years at the one explained."""
    attribution = explanation.attribution
    now = attribution.place(explanation.setting.month)
    sites = _table("", [site.label for site in Site])
    _fill(sites, attribution, [(site, now) for site in Site])
    shown: list[RenderableType] = [Padding(sites, (0, 0, 0, 2), expand=False)]
    if years:
        site = explanation.site
        places = _worth_a_column(attribution.months, explanation.setting.month)
        titles = [f"{attribution.months[place]:.4g}" for place in places]
        over_time = _table(f"{site.label}, month", titles)
        _fill(over_time, attribution, [(site, place) for place in places])
        shown.append(Padding(over_time, (1, 0, 0, 2), expand=False))
    if len(attribution.parts) > 1:
        shown.append(Padding(Text(_EXPLAINED, style="dim"), (1, 0, 0, 0), expand=False))
    return Group(*shown)


def _fill(table: Table, attribution: Attribution, cells: list[tuple[Site, int]]) -> None:
    """Add a row for what is usual, for each part, for their interaction, and for the whole."""

    def row(name: str, values: Callable[[Site], Array], style: str = "") -> None:
        table.add_row(name, *(points(values(site)[place]) for site, place in cells), style=style)

    row("as usual, with age", lambda site: attribution.usual[site])
    for name, part in attribution.parts.items():
        row(f"+ {name}", part.__getitem__)
    if len(attribution.parts) > 1:
        row("+ their interaction", attribution.interaction)
    row("= the strategy", lambda site: attribution.whole[site], "bold")


def _worth_a_column(months: tuple[float, ...], asked: float) -> list[int]:
    wanted = {asked, months[-1], *(12.0 * year for year in _YEARS)}
    return [place for place, month in enumerate(months) if month in wanted]


def _table(corner: str, titles: list[str]) -> Table:
    table = Table(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style=""
    )
    table.add_column(corner)
    for title in titles:
        table.add_column(title, justify="right")
    return table
