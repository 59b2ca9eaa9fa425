"""The chain for a reader without any training: few steps, short sentences, round numbers.

Only what has a plain name is told, and each step says why by the nearest cause that has been told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from osteon.model.roster import Key
from osteon.reports.carried import carries, is_left, left_by
from osteon.reports.doubt import what_is_uncertain
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link, Part
from osteon.reports.plain_reason import although, because, short_name
from osteon.reports.rows import Row, rows_of
from osteon.reports.wording import plain_name, roughly, sentence_of, still

_LANDMARK = 0.15
_SUMMARY = 0.05
_MOVED = 0.003
_SAME = 0.3
_NEXT_TO_NOTHING = 0.04


def plain_story(explanation: Explanation) -> Iterator[RenderableType]:
    """Yield the main steps in order, and what is uncertain about them."""
    links = {link.key: link for link in explanation.chain.part(Part.CHAIN)}
    rows = _told(explanation, links)
    yield Text("")
    setting = explanation.setting
    same = "the same person doing only what is usual"
    same = same if setting.versus is None else f"the same person under '{setting.versus}'"
    end = "with only what is usual" if setting.versus is None else f"under '{setting.versus}'"
    yield Text(f"What happens, compared with {same}:")
    yield Text("")
    steps = Table.grid(padding=(0, 1))
    steps.add_column(justify="right", width=3)
    steps.add_column()
    told: dict[Key, Link] = {}
    all_passes = False
    for place, row in enumerate(rows, 1):
        step = f"{_step(explanation, row, links, told)}."
        if not all_passes and _everything_passes(explanation, row.link):
            name = short_name(explanation.chain.outcome)
            step += f" Without this step {name} would be as it is {end}."
            all_passes = True
        steps.add_row(f"{place}.", step)
        told[row.link.key] = row.link
    yield steps
    uncertain = list(what_is_uncertain(list(told.values()), links.values(), plain=True))
    yield from [Text(""), *uncertain] if uncertain else ()


def _told(explanation: Explanation, links: Mapping[Key, Link]) -> list[Row]:
    """Return the rows worth a step, those left out that say again what their cause says.

    What is explained is the last step, however little it has moved.
    """
    every = rows_of(explanation.chain, everything=False)
    rows = [row for row in every if row.link.quantity.plain and _is_landmark(explanation, row.link)]
    worth = {row.link.key: row.link for row in rows}
    kept = [row for row in rows if not _says_again(row.link, worth, links)]
    last = next((row for row in every if row.link.key == explanation.target), None)
    if last is None:
        last = rows_of(explanation.chain, everything=True)[-1]
    before = [row for row in kept if row.link.key != explanation.target]
    return [*before, last] if last.link.fold is not None else before


def _is_landmark(explanation: Explanation, link: Link) -> bool:
    """Return whether much of the effect passes through a link, or it moves where all can see it.

    A pool that may be left over from what was done earlier is one only where it is.
    """
    if link.fold is None or not link.causes:
        return False
    if link.quantity.left_over and not (link.fold > 1.0 and carries(explanation.setting, link)):
        return False
    computed = link.key.name in link.model.roster.definer
    weighs = link.weight > (_SUMMARY if computed else _LANDMARK)
    return link.striking or (weighs and abs(link.fold - 1.0) > _MOVED)


def _says_again(link: Link, worth: Mapping[Key, Link], links: Mapping[Key, Link]) -> bool:
    """Return whether a plain number follows the measured one that moves it."""
    cause = worth.get(link.causes[0].quantity)
    if cause is None or link.quantity.unit or not cause.quantity.unit or not link.fold:
        return False
    return abs((cause.fold or 0.0) / link.fold - 1.0) < _SAME


def _everything_passes(explanation: Explanation, link: Link) -> bool:
    left = explanation.without(link)
    return left is not None and abs(left) < _NEXT_TO_NOTHING * abs(explanation.effect)


def _step(
    explanation: Explanation, row: Row, links: Mapping[Key, Link], told: Mapping[Key, Link]
) -> str:
    """Return what happens to a quantity, and why."""
    link = row.link
    name, fold = sentence_of(plain_name(link.model, link.key)), link.fold or 0.0
    if link.key == explanation.target and is_left(explanation):
        level = still(fold, several=link.several)
        return f"{name} {level}, because {_what_is_left(explanation, link)}"
    if link.quantity.left_over and fold > 1.0:
        left = link.quantity.left_over.format(under=left_by(explanation, link) or "drugs")
        return f"{name} {still(fold, several=link.several)}, because {left}"
    event = roughly(fold, several=link.several)
    against = although(explanation, row, links, told) if link.key == explanation.target else ""
    return f"{name} {event}{because(explanation, row, links, told)}{against}"


def _what_is_left(explanation: Explanation, link: Link) -> str:
    drugs = left_by(explanation, link)
    when = f"under {drugs}" if drugs else "earlier"
    if (link.fold or 0.0) > 1.0:
        return f"not all that was gained {when} is lost yet; it goes on being lost"
    return f"what was lost {when} has not all come back"
