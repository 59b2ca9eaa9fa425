"""Why a step of the plain story happens: by what was told before, what is done, or what is left.

Each cause of a link is followed back to the nearest quantity that was told, a drug, what else is
done, or a state that carries what happened earlier. Causes that lead to the same place count
together. Only what has a plain name is named, and nothing is named that acts on the quantity
directly the other way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from osteon.interventions.drug import Drug
from osteon.model.influences import giver_of
from osteon.model.roster import Key
from osteon.reports.carried import carries, left_by
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link
from osteon.reports.rows import Row
from osteon.reports.wording import in_plain_words, plain_name

_WORTH_NAMING, _WORTH_OPPOSING, _HARDLY_ELSE = 0.25, 0.1, 0.9


@dataclass(frozen=True)
class Origin:
    """What a cause was followed back to.

    Attributes
    ----------
    link:
        The quantity; None where nothing behind it can be named.
    deed:
        What it does there, if it is a drug and that was declared.
    carried:
        Whether it stands where it does because of what happened earlier; while a course goes on,
        only where nothing else moves it: between doses much lags behind.
    """

    link: Link | None = None
    deed: str = ""
    carried: bool = False


def because(
    explanation: Explanation, row: Row, links: Mapping[Key, Link], told: Collection[Key]
) -> str:
    """Return why, by what most pushes the way the quantity has moved."""
    way = 1.0 if (row.link.fold or 0.0) > 1.0 else -1.0
    shares = _shares(explanation, row, links, told, way)
    known = _known(row.link, shares, way)
    best = max(known, key=known.__getitem__, default=None)
    if best is None or known[best] < _WORTH_NAMING:
        hidden = shares and max(shares.values()) >= _WORTH_NAMING
        return ", through steps left out here" if hidden else ", for several reasons"
    only = "" if known[best] >= _HARDLY_ELSE else " mostly"
    return f",{only} {_said(explanation, best)}"


def although(
    explanation: Explanation, row: Row, links: Mapping[Key, Link], told: Collection[Key]
) -> str:
    """Return what was told and pushes the other way; '' if nothing does so notably."""
    way = -1.0 if (row.link.fold or 0.0) > 1.0 else 1.0
    known = _known(row.link, _shares(explanation, row, links, told, way), way)
    against = {
        origin.link: share
        for origin, share in known.items()
        if origin.link is not None and origin.link.key in told and share >= _WORTH_OPPOSING
    }
    most = max(against, key=against.__getitem__, default=None)
    return "" if most is None else f", although {_standing(most)}"


def short_name(link: Link) -> str:
    """Return the plain name without what was explained when it was first told."""
    return re.sub(r" \([^)]*\)$", "", plain_name(link.model, link.key))


def _shares(
    explanation: Explanation,
    row: Row,
    links: Mapping[Key, Link],
    told: Collection[Key],
    way: float,
) -> dict[Origin, float]:
    """Return the shares of all pushes one way, by what they come from."""
    shares: dict[Origin, float] = {}
    for push in row.pushes:
        if push.share * way > 0:
            origin = _origin(explanation, push.quantity, links, told)
            shares[origin] = shares.get(origin, 0.0) + abs(push.share)
    return shares


def _known(link: Link, shares: Mapping[Origin, float], way: float) -> dict[Origin, float]:
    return {one: share for one, share in shares.items() if _may_be_named(link, one, way)}


def _may_be_named(link: Link, origin: Origin, way: float) -> bool:
    """Return whether an origin can be named, and does not itself push the other way."""
    if origin.link is None:
        return False
    direct = [one.push for one in link.causes if one.quantity == origin.link.key]
    return all(push * way > 0 for push in direct)


def _origin(
    explanation: Explanation, key: Key, links: Mapping[Key, Link], told: Collection[Key]
) -> Origin:
    deed, seen = "", set[Key]()
    while (link := links.get(key)) is not None:
        done = isinstance(giver_of(link.model, key.name), Drug)
        if key in told or done:
            return Origin(link, deed if done else "")
        if not link.causes and link.quantity.plain:
            return Origin(link)
        over = not (link.causes and explanation.setting.under_a_course)
        if over and carries(explanation.setting, link):
            return Origin(link, carried=True)
        way = link.value_now - link.value_usual
        deed = link.quantity.deed if way > 0 and link.quantity.deed else deed
        causes = [one for one in link.causes if one.push * way > 0 and one.quantity not in seen]
        if not causes:
            break
        seen.add(key)
        key = causes[0].quantity
    return Origin()


def _said(explanation: Explanation, origin: Origin) -> str:
    link = origin.link
    assert link is not None
    if origin.carried:
        drugs = left_by(explanation, link)
        return f"because of what {f'{drugs} did' if drugs else 'was done'} earlier"
    giver = giver_of(link.model, link.key.name)
    if isinstance(giver, Drug):
        drug = in_plain_words(giver.name)
        return f"because {drug} {origin.deed}" if origin.deed else f"because of {drug}"
    if not link.causes and not link.value_usual:
        return f"because of {short_name(link)}"
    return f"because {_standing(link)}"


def _standing(link: Link) -> str:
    name, more = short_name(link), link.value_now > link.value_usual
    if link.several:
        return f"there are {'more' if more else 'fewer'} {name}"
    return f"{name} is {'higher' if more else 'lower'}"
