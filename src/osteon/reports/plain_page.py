"""The chain for a reader without any training: few steps, short sentences, round numbers.

Only what has a plain name is told, and each step says why by the nearest cause that has been told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from osteon.interventions.drug import Drug
from osteon.model.roster import Key
from osteon.reports.doubt import what_is_uncertain
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link, Part
from osteon.reports.rows import Row, rows_of
from osteon.reports.wording import plain_name, roughly, sentence_of

_LANDMARK = 0.15
_SUMMARY = 0.05
_MOVED = 0.003
_SAME = 0.3
_WORTH_NAMING, _HARDLY_ELSE = 0.25, 0.9
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
        step = f"{_event(row.link)}{_because(row, links, told)}."
        if not all_passes and _everything_passes(explanation, row.link):
            name = _later(explanation.target, row.link)
            step += f" Without this step {name} would be as it is {end}."
            all_passes = True
        steps.add_row(f"{place}.", step)
        told[row.link.key] = row.link
    yield steps
    uncertain = list(what_is_uncertain(list(told.values()), links.values(), plain=True))
    yield from [Text(""), *uncertain] if uncertain else ()


def _told(explanation: Explanation, links: Mapping[Key, Link]) -> list[Row]:
    """Return the rows worth a step, those left out that say again what their cause says."""
    rows = [
        row
        for row in rows_of(explanation.chain, everything=False)
        if row.link.quantity.plain and _is_landmark(row.link)
    ]
    worth = {row.link.key: row.link for row in rows}
    return [row for row in rows if not _says_again(row.link, worth, links)]


def _is_landmark(link: Link) -> bool:
    """Return whether much of the effect passes through a link, or it moves where all can see it."""
    if link.fold is None or not link.causes:
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


def _event(link: Link) -> str:
    return f"{sentence_of(link.quantity.plain)} {roughly(link.fold or 0.0, several=link.several)}"


def _because(row: Row, links: Mapping[Key, Link], told: Mapping[Key, Link]) -> str:
    """Return why, by the strongest cause that pushes the way the quantity has moved."""
    way = 1.0 if (row.link.fold or 0.0) > 1.0 else -1.0
    pushes = [push for push in row.pushes if push.share * way > 0]
    if not pushes or abs(pushes[0].share) < _WORTH_NAMING:
        return ", for several reasons"
    only = "" if abs(row.pushes[0].share) >= _HARDLY_ELSE else " mostly"
    found = _nearest(pushes[0].quantity, links, told)
    if found is None:
        return ", through steps left out here"
    model, cause = row.link.model, links.get(found)
    name = _later(found, row.link)
    if cause is None or isinstance(model.roster.owner.get(found.name), Drug):
        return f",{only} because of {name}"
    more = cause.value_now > cause.value_usual
    if cause.several:
        return f",{only} because there are {'more' if more else 'fewer'} {name}"
    return f",{only} because {name} is {'higher' if more else 'lower'}"


def _nearest(key: Key, links: Mapping[Key, Link], told: Mapping[Key, Link]) -> Key | None:
    """Return what was told, or is done, behind a cause; None if nothing behind it explains it."""
    seen: set[Key] = set()
    while key not in told:
        link = links.get(key)
        if link is None:
            return None
        if not link.causes or isinstance(link.model.roster.owner.get(key.name), Drug):
            return key
        way = link.value_now - link.value_usual
        causes = [one for one in link.causes if one.push * way > 0 and one.quantity not in seen]
        if not causes:
            return None
        seen.add(key)
        key = causes[0].quantity
    return key


def _later(key: Key, link: Link) -> str:
    """Return the plain name without what was explained when it was first told."""
    return re.sub(r" \([^)]*\)$", "", plain_name(link.model, key))
