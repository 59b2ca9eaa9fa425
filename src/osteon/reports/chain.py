"""The causal chain from what a strategy does to BMD, or any quantity, found from the model itself.

Every quantity that differs notably from what is usual is a link. What moves it is read from its
equations (`influence_now`), what leads forward and what feeds back from `order`. Nothing here knows
the name of any hormone, cell or drug.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from osteon.interventions.drug import Drug
from osteon.model.dimension import Dimensioned
from osteon.model.influences import equations_of, giver_of, readers_of
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.reports.influence_now import Cause, causes_of
from osteon.reports.link import Link, Part, restates
from osteon.reports.order import (
    Edges,
    bone_of,
    covering,
    distances,
    feeds_back,
    told,
    without_circles,
)
from osteon.reports.setting import Setting
from osteon.reports.weights import weights_back, weights_to
from osteon.vocabulary.quantities.readouts import BMD
from osteon.vocabulary.site import Site

_DIFFERENT = 1e-5
_NOTHING = 1e-12
"""Below it a trace of a drug is none: what a depot holds months after a dose is not told."""
_NOTABLE = 5e-4
_SLIGHT = 0.0001
_DOMINATES = 0.9


@dataclass(frozen=True)
class Chain:
    """The links from what is done to one quantity, causes before effects.

    Attributes
    ----------
    site:
        The site that is looked at; of a quantity of the whole person, the site told on the way.
    target:
        The quantity that is explained: BMD at the site, or any other.
    links:
        On the way to the target, the last being the target itself; then feedback; then markers.
    """

    setting: Setting
    site: Site
    target: Key
    links: tuple[Link, ...]

    def part(self, part: Part) -> tuple[Link, ...]:
        """Return the links of one part."""
        return tuple(link for link in self.links if link.part is part)

    @property
    def goes_on(self) -> bool:
        """Return whether something is still done in the month, not only felt."""
        return any(link.key.name in link.model.roster.taker for link in self.part(Part.CHAIN))

    @property
    def outcome(self) -> Link:
        """Return the link of the target."""
        return next(link for link in self.links if link.key == self.target)


def chain_of(setting: Setting, site: Site, target: Key | None = None) -> Chain:
    """Return the causal chain of a setting at a skeletal site, to BMD there if nothing is said."""
    model = setting.model
    target = target or Key(BMD.name, site)
    now, usual, before = _values(setting)
    different = _different(model, site, now, usual) | {target}
    causes = {
        key: tuple(
            cause
            for cause in causes_of(setting, equations_of(model)[key], now, usual)
            if cause.quantity in different
        )
        for key in different
    }
    every = _edges(causes)
    forward = _forward(model, every, target)
    if target not in distances(forward, _done(model, causes, target)):
        forward = every
    roots = _roots(model, causes, forward, target)
    forward = without_circles(forward, roots)
    order = told(forward, roots, {})
    weight = weights_to(order, forward, causes, target)
    order = [
        key
        for key in told(forward, roots, weight)
        if key != target and (key in weight or key.name in model.roster.taker)
    ]
    for key in sorted(different - set(weight), key=str):
        if _says_more(model, key, set(order), causes):
            weight[key] = max(weight[cause.quantity] for cause in causes[key])
            order.insert(1 + max(order.index(one.quantity) for one in causes[key]), key)
    inside = {*order, target}
    back = weights_back(different - inside, weight, causes)

    def link(key: Key, part: Part, share: float) -> Link:
        values = now[key], before[key], usual[key]
        zero = _at_reference(model)[key] == 0.0
        return Link(model, key, part, *values, causes[key], share, from_zero=zero)

    done = {key for key in different if key.name in model.roster.taker}
    kept = [key for key in order if weight.get(key, 0.0) > _SLIGHT or key in done]
    chain = _marked([link(key, Part.CHAIN, weight.get(key, 0.0)) for key in [*kept, target]])
    feedback = [link(key, Part.FEEDBACK, share) for key, share in back.items() if share > _SLIGHT]
    markers = [
        link(key, Part.MARKER, 0.0)
        for key in sorted(different - inside, key=str)
        if _is_marker(model, key) and _difference(model, key, now, usual) > _NOTABLE
    ]
    return Chain(setting, site, target, (*chain, *feedback, *markers))


def _forward(model: Model, every: Edges, target: Key) -> Edges:
    """Return the influences that lead to the target; what bone does to the body is feedback."""
    bone = bone_of(model, target)
    return {
        cause: {effect for effect in effects if not feeds_back(cause, effect, bone)}
        for cause, effects in every.items()
    }


def _values(setting: Setting) -> tuple[dict[Key, float], dict[Key, float], dict[Key, float]]:
    """Return all quantities under the strategy, as usual, and at month 0."""
    now: dict[Key, float] = {}
    usual: dict[Key, float] = {}
    before: dict[Key, float] = {}
    for key in setting.model.trace.quantities:
        treated = setting.treated.at(key)[0]
        now[key], before[key] = float(treated[-1]), float(treated[0])
        usual[key] = float(setting.usual.at(key)[0, -1])
    return now, usual, before


def _different(
    model: Model, site: Site, now: Mapping[Key, float], usual: Mapping[Key, float]
) -> set[Key]:
    """Return the quantities of the person and the site that differ from what is usual."""
    here = [key for key in now if key.site in (None, site)]
    return {key for key in here if _difference(model, key, now, usual) > _DIFFERENT}


def _difference(
    model: Model, key: Key, now: Mapping[Key, float], usual: Mapping[Key, float]
) -> float:
    """Return a difference on the quantity's own scale; one where zero is its reference."""
    plain = not model.roster.quantities[key.name].unit
    zero_at_reference = plain and not _at_reference(model)[key]
    scale = 1.0 if zero_at_reference else max(abs(now[key]), abs(usual[key]))
    return abs(now[key] - usual[key]) / scale if scale > _NOTHING else 0.0


@lru_cache(maxsize=4)
def _at_reference(model: Model) -> Mapping[Key, float]:
    """Return all quantities in the reference state; evaluated once for all links."""
    now = model.at_reference()
    values = {key: now.quantity(key) for key in model.trace.quantities}
    return {
        key: value.value if isinstance(value, Dimensioned) else 1.0 for key, value in values.items()
    }


def _edges(causes: Mapping[Key, tuple[Cause, ...]]) -> Edges:
    edges: Edges = {key: set() for key in causes}
    for effect, found in causes.items():
        for cause in found:
            edges[cause.quantity].add(effect)
    return edges


def _roots(
    model: Model, causes: Mapping[Key, tuple[Cause, ...]], forward: Edges, target: Key
) -> list[Key]:
    """Return what is done; where that has ended, whatever of it remains."""
    roots = _done(model, causes, target)
    return roots if target in distances(forward, roots) else covering(forward)


def _done(model: Model, causes: Mapping[Key, tuple[Cause, ...]], target: Key) -> list[Key]:
    doses = {drug.dose.name for drug in model.mechanisms if isinstance(drug, Drug)}
    given = model.roster.taker.keys() | doses
    done = [key for key, found in causes.items() if key.name in given or not found]
    return [key for key in done if key != target]


def _says_more(
    model: Model, key: Key, way: set[Key], causes: Mapping[Key, tuple[Cause, ...]]
) -> bool:
    """Return whether a value that nothing reads sums up links on the way."""
    shared = {giver_of(model, one.name).name for one in way}
    return (
        not readers_of(model)[key]
        and all(cause.quantity.site == key.site for cause in causes[key])
        and giver_of(model, key.name).name in shared
        and _at_reference(model)[key] != 0
        and bool(causes[key])
        and all(cause.quantity in way for cause in causes[key])
    )


def _marked(links: list[Link]) -> list[Link]:
    """Mark the links whose number a neighbor says better."""
    known = {link.key: link for link in links}
    after: dict[Key, Link] = {}
    before: dict[Key, Link] = {}
    for link in links:
        for cause in link.causes:
            if cause.share >= _DOMINATES and cause.quantity in known:
                after[cause.quantity] = link
                before[link.key] = known[cause.quantity]
    return [
        replace(link, restates=restates(link, before.get(link.key), after.get(link.key)))
        for link in links
    ]


def _is_marker(model: Model, key: Key) -> bool:
    home = type(giver_of(model, key.name)).__module__
    measured = bool(model.roster.quantities[key.name].unit)
    return measured and key.site is None and ".readouts." in home
