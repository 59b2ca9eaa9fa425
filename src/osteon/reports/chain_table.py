"""The causal chain as a table: a link a row, with its numbers, what moves it, grade and sources."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from osteon.parameters.parameter import Method
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link, Part
from osteon.reports.rows import Row, rows_of
from osteon.reports.sources import Source, sources_of
from osteon.reports.wording import (
    fold_in_words,
    in_plain_words,
    month_in_words,
    name_of,
    number,
    percent,
    points,
)

_WORTH_A_LINE = 0.01
_PASSES = (
    "Passes here: the link is held at what it would be otherwise and all is simulated again; the "
    "number is what that takes from the effect of {effect}. Links in turn pass on the same effect, "
    "so these numbers do not add up; the other sign works against it."
)
_ASSUMED, _FITTED = "a", "f"


def chain_table(explanation: Explanation, *, everything: bool) -> RenderableType:
    """Return the chain as a table and what stands below it; all links if asked for."""
    rows = rows_of(explanation.chain, everything=everything)
    cited = _cited(explanation, rows)
    table = Table(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style=""
    )
    table.add_column("quantity\n  causes · mechanisms", overflow="fold")
    month = month_in_words(explanation.setting.month)
    other = "as usual" if explanation.setting.versus is None else "other"
    for title in (f"\n{other}", f"\n{month}", f"against\n{other}", "passes\nhere"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("grade,\nsources", min_width=7)
    for row in rows:
        link = row.link
        table.add_row(
            _what(row),
            *(number(one) for one in (link.value_usual, link.value_now)),
            Text(fold_in_words(link.fold), style="bold"),
            passes(explanation, link),
            f"{row.grade} {_marks(_sources(explanation, row), cited)}",
        )
    return Group(Padding(table, (0, 0, 1, 2), expand=False), *_below(explanation, cited))


def _below(explanation: Explanation, cited: dict[str, int]) -> Iterator[RenderableType]:
    """Yield what feeds back, what a laboratory would see, and the sources by their numbers."""
    back = [link for link in explanation.chain.part(Part.FEEDBACK) if link.weight > _WORTH_A_LINE]
    if back:
        yield _line("Feedback", "; ".join(map(_in_short, back)) + ".")
    markers = explanation.chain.part(Part.MARKER)
    if markers:
        yield _line("In blood or urine", "; ".join(map(_in_short, markers)) + ".")
    layer = explanation.setting.layer
    known = [f"{_ASSUMED} assumed, with a reason"]
    if layer is not None:
        fit = f"{_FITTED} fitted to {len(layer.data)} trials (layer {layer.name}, {layer.date})"
        known.insert(0, fit)
    known += [f"{place} {_briefly(citation)}" for citation, place in cited.items()]
    yield _line("Sources", "; ".join(known) + ".")
    yield _line(
        "How to read it",
        "below each quantity stand its causes and the mechanisms they act through. Where several "
        "causes act, the number behind each is its part of the push in percent, up (+) or down "
        "(−). A quantity without a unit is relative to a healthy woman before menopause. "
        f"{_PASSES.format(effect=_effect(explanation))}",
    )


def passes(explanation: Explanation, link: Link) -> str:
    """Return how much of the effect passes through a link, as its column has it."""
    found = explanation.through(link)
    if found is None:
        return ""
    return points(found) if explanation.in_percent else number(found)


def _effect(explanation: Explanation) -> str:
    effect, unit = explanation.effect, explanation.chain.outcome.quantity.unit
    return percent(effect) if explanation.in_percent else f"{number(effect)} {unit}".strip()


def _what(row: Row) -> RenderableType:
    link = row.link
    words = Text(name_of(link.model, link.key))
    if link.quantity.unit:
        words.append(f" {link.quantity.unit}", style="dim")
    if not row.pushes:
        return words
    alone = len(row.pushes) == 1
    pushes = ", ".join(
        name_of(link.model, push.quantity) + ("" if alone else f" {points(100 * push.share, 0)}")
        for push in row.pushes
    )
    said = {link.key.name, *(push.quantity.name for push in row.pushes)}
    through = [name for name in row.mechanisms if not any(one.startswith(name) for one in said)]
    if through:
        pushes += " · " + ", ".join(map(in_plain_words, through))
    return Group(words, Padding(Text(pushes, style="dim"), (0, 0, 0, 2)))


def _sources(explanation: Explanation, row: Row) -> tuple[Source, ...]:
    return tuple(one for link in row.within for one in sources_of(explanation.setting, link))


def _cited(explanation: Explanation, rows: tuple[Row, ...]) -> dict[str, int]:
    """Return the publications behind the rows, numbered as they appear."""
    sources = [one for row in rows for one in _sources(explanation, row)]
    cited = [one.citation for one in sources if one.citation and one.method is not Method.FITTED]
    return {citation: place for place, citation in enumerate(dict.fromkeys(cited), 1)}


def _marks(sources: tuple[Source, ...], cited: dict[str, int]) -> str:
    """Return where numbers come from: the publication's number, 'f' fitted, 'a' assumed."""
    numbers = {cited[one.citation] for one in sources if one.citation in cited}
    letters = {
        _ASSUMED if one.method is Method.ASSUMED else _FITTED
        for one in sources
        if one.citation not in cited
    }
    return ",".join([*map(str, sorted(numbers)), *sorted(letters)])


def _in_short(link: Link) -> str:
    change = fold_in_words(link.fold)
    unit = f" {link.quantity.unit}" if link.quantity.unit else ""
    values = f"{number(link.value_usual)} → {number(link.value_now)}{unit}"
    return f"{name_of(link.model, link.key)} {values}" + (f" ({change})" if change else "")


def _line(title: str, words: str) -> RenderableType:
    return Text(f"{title}: ", style="bold").append(words, style="not bold")


def _briefly(citation: str) -> str:
    """Return 'Dixon 2008' of a full citation."""
    author, _, rest = citation.partition(" (")
    return f"{author.split()[0] if author else ''} {rest.partition(')')[0]}".strip()
