"""Which links of a chain deserve a row, and what stands in it once the others are passed over.

A link that a neighbor says better has no row; what moves it is then said to move its neighbor.
Everything that is done keeps its row, and the heaviest way from it to the rest of the chain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from osteon.model.roster import Key
from osteon.reports.chain import Chain
from osteon.reports.link import Link, Part
from osteon.vocabulary.grade import Grade

_WORTH_A_ROW = 0.02
_MOVED = 0.005
_MATTERS = 0.02
_DOMINATES = 0.5


@dataclass(frozen=True)
class Push:
    """A cause as a row names it: its share of the push, positive if it raises the quantity."""

    quantity: Key
    share: float


@dataclass(frozen=True)
class Row:
    """A link with a row, and the links that are told within it.

    Attributes
    ----------
    link:
        Whose numbers the row shows.
    within:
        The link itself, and those passed over that give it most of its push.
    pushes:
        What moves it, the strongest first.
    """

    link: Link
    within: tuple[Link, ...]
    pushes: tuple[Push, ...]

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """Return the mechanisms behind the row, from cause to effect."""
        return tuple(dict.fromkeys(link.mechanism.name for link in reversed(self.within)))

    @property
    def grade(self) -> Grade:
        """Return the weakest grade among those mechanisms."""
        return max(link.grade for link in self.within)


def rows_of(chain: Chain, *, everything: bool) -> tuple[Row, ...]:
    """Return the rows of a chain, causes before effects; every link has one if asked for."""
    links = {link.key: link for link in chain.part(Part.CHAIN)}
    if everything:
        return tuple(_row(link, {}) for link in links.values())
    shown = {key for key, link in links.items() if _deserves_a_row(link)}
    for key, link in links.items():
        if not link.causes:
            shown |= _way(key, links, shown)
    passed_over = {key: link for key, link in links.items() if link.restates}
    return tuple(
        _row(link, passed_over)
        for key, link in links.items()
        if key in shown and key not in passed_over
    )


def _deserves_a_row(link: Link) -> bool:
    moved = link.fold is None or abs(link.fold - 1.0) > _MOVED
    weighs = link.weight > _WORTH_A_ROW or link.striking
    return not link.causes or (weighs and moved and not link.restates)


def _way(key: Key, links: Mapping[Key, Link], shown: set[Key]) -> set[Key]:
    """Return the heaviest way from what is done to a row that is shown anyway."""
    way: set[Key] = set()
    while True:
        effects = [
            (cause.share * link.weight, str(link.key), link.key)
            for link in links.values()
            for cause in link.causes
            if cause.quantity == key and link.key not in way
        ]
        if not effects:
            return way
        key = max(effects)[2]
        if key in shown:
            return way
        way.add(key)


def _row(link: Link, passed_over: Mapping[Key, Link]) -> Row:
    within: list[Link] = []
    pushes: dict[Key, float] = {}

    def gather(one: Link, part: float) -> None:
        if abs(part) >= _DOMINATES:
            within.append(one)
        for cause in one.causes:
            share = part * (cause.share if cause.push > 0 else -cause.share)
            inner = passed_over.get(cause.quantity)
            if inner is not None and inner.causes:
                gather(inner, share if cause.change > 0 else -share)
            else:
                pushes[cause.quantity] = pushes.get(cause.quantity, 0.0) + share

    gather(link, 1.0)
    ordered = sorted(pushes.items(), key=lambda item: -abs(item[1]))
    kept = tuple(Push(key, share) for key, share in ordered if abs(share) >= _MATTERS)
    return Row(link, tuple(within), kept)
