"""What each part of a strategy contributes, as a small table."""

from __future__ import annotations

from collections.abc import Callable

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from osteon.reports.attribution import OF_A_HUNDRED, PERCENT, Array, Place
from osteon.reports.explanation import Explanation
from osteon.reports.setting import Setting
from osteon.reports.wording import name_of, number, points
from osteon.strategies.in_words import listed

_YEARS = (1, 2, 3, 5, 7, 10)
_EXPLAINED = (
    "Each part is added and cut out, beside the others and without them, and all is simulated "
    "again; its number is the mean of what it adds. What two parts do only together "
    "is halved between them, so the parts add up to the difference. "
)
_ROUNDED = (
    "Each number is rounded by itself, so a sum of printed numbers may be off in its last digit."
)
_SINCE = {
    PERCENT: "% since month 0",
    OF_A_HUNDRED: "of 100 people since month 0",
    "": "change since month 0",
}


def attribution_table(explanation: Explanation, *, years: bool) -> RenderableType:
    """Return the contributions at all sites and, if asked, over the years at the one explained."""
    attribution = explanation.attribution
    now = attribution.place(explanation.setting.month)
    everywhere = list(attribution.whole)
    title = _SINCE.get(attribution.unit, f"{attribution.unit} since month 0")
    whole = name_of(explanation.setting.model, explanation.target)
    heads = [site.label if site else whole for site in everywhere]
    sites = _table(title, heads)
    _fill(explanation, sites, [(site, now) for site in everywhere])
    shown: list[RenderableType] = [Padding(sites, (0, 0, 0, 2), expand=False)]
    if years:
        site = explanation.target.site
        places = _worth_a_column(attribution.months, explanation.setting.month)
        titles = [f"{attribution.months[place]:.4g}" for place in places]
        where = f"{site.label}, month" if site else "month"
        over_time = _table(where, titles)
        _fill(explanation, over_time, [(site, place) for place in places])
        shown.append(Padding(over_time, (1, 0, 0, 2), expand=False))
    if len(attribution.parts) > 1:
        words = Text(_EXPLAINED + _ROUNDED, style="dim")
        shown.append(Padding(words, (1, 0, 0, 0), expand=False))
    return Group(*shown)


def _fill(explanation: Explanation, table: Table, cells: list[tuple[Place, int]]) -> None:
    """Add a row for what is usual, for each part, and for the whole."""
    attribution, setting = explanation.attribution, explanation.setting

    def said(value: float) -> str:
        by_the_tenth = attribution.unit in (PERCENT, OF_A_HUNDRED)
        return points(value) if by_the_tenth else number(value)

    def row(name: str, values: Callable[[Place], Array], style: str = "") -> None:
        table.add_row(name, *(said(values(site)[place]) for site, place in cells), style=style)

    row(_without_the_strategy(setting), lambda site: attribution.usual[site])
    for name, part in attribution.parts.items():
        row(f"+ {name}", part.__getitem__)
    row("= the strategy", lambda site: attribution.whole[site], "bold")


def _without_the_strategy(setting: Setting) -> str:
    """Return what moves bone in either case: age, and usual drugs that end."""
    if not setting.usual_drugs_ended:
        return f"{setting.compared_with}, with age"
    ended = listed([name.replace("_", " ") for name in setting.usual_drugs_ended])
    have = "has" if len(setting.usual_drugs_ended) == 1 else "have"
    return f"{setting.compared_with}, after {ended} {have} ended, and with age"


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
