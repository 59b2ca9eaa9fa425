"""What the map of a model shows at a site, read from its equations.

Shown are the quantities from which BMD at the site can be reached, and what sums them up or is
measured of them in blood. Left out, and passed through, are

    fluxes             they are what the arrows stand for
    private quantities what only one mechanism knows, such as the amount of a drug in a depot
    restatements       values that follow from one other quantity alone

So every arrow stands for one or more mechanisms between two shown quantities.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from osteon.interventions.drug import Drug
from osteon.mechanism import Mechanism
from osteon.model.influences import Equation, equations_of, readers_of
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.vocabulary import quantities
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.endocrine import AGING
from osteon.vocabulary.quantities.readouts import BMD
from osteon.vocabulary.quantity import Quantity
from osteon.vocabulary.site import Site


@dataclass(frozen=True)
class Influence:
    """One shown quantity acting on another.

    Attributes
    ----------
    cause, effect:
        The two quantities.
    equations:
        Those on the ways from the one to the other.
    """

    cause: str
    effect: str
    equations: tuple[Equation, ...]

    @property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """Return through whom it acts: those that modify, or else the one that gives the effect."""
        found = {
            one.mechanism.name: one.mechanism
            for one in self.equations
            if one.kind == "folds" or isinstance(one.mechanism, Drug)
        }
        direct = (one.mechanism for one in self.equations if one.quantity.name == self.effect)
        return tuple(found.values()) or tuple(dict.fromkeys(direct))

    @property
    def grade(self) -> Grade:
        """Return the weakest grade among them."""
        return max(one.grade for one in self.mechanisms)


@dataclass(frozen=True)
class Chart:
    """The map of a model at a site.

    Attributes
    ----------
    names:
        The shown quantities.
    influences:
        What acts on what among them.
    carriers:
        The private states and inputs that are passed through, each with the shown quantities that
        it follows.
    """

    model: Model
    site: Site
    names: tuple[str, ...]
    influences: tuple[Influence, ...]
    carriers: dict[Key, frozenset[str]]

    def key(self, name: str) -> Key:
        """Return a shown quantity at the site, or of the person."""
        here = places(self.model.roster.quantity(name))
        return Key(name, self.site if self.site in here else None)

    def onto(self, name: str) -> tuple[Influence, ...]:
        """Return what acts on a quantity."""
        return tuple(one for one in self.influences if one.effect == name)


@lru_cache(maxsize=8)
def chart_of(model: Model, site: Site) -> Chart:
    """Return the map of a model at a site."""
    target = Key(BMD.name, site)
    candidates = {key.name for key in _before(model, target)} & _presentable(model)
    candidates |= {name for name in _sums(model, site) if _found(model, site, name, candidates)}
    shown = _without_restatements(model, site, candidates)
    carriers = {
        key: frozenset(_ways(model, key, shown))
        for key in (*model.states, *model.inputs)
        if key.name not in shown and not _is_shared(model, key.name)
    }
    intervals = _intervals(model)
    carriers |= {Key(name): frozenset({dose}) for name, dose in intervals.items()}
    influences = tuple(
        Influence(cause, name, tuple(dict.fromkeys(equations)))
        for name in sorted(shown)
        for cause, equations in sorted(_ways(model, _key(model, name, site), shown).items())
    )
    return Chart(model, site, tuple(sorted(shown)), influences, carriers)


def _before(model: Model, target: Key) -> set[Key]:
    """Return everything from which a quantity can be reached."""
    found: set[Key] = set()
    waiting = [target]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [read for one in equations_of(model)[key] for read in one.reads]
    return found


def _presentable(model: Model) -> set[str]:
    """Return what may be shown: inputs, doses, and states and values that mechanisms share."""
    roster = model.roster
    hidden = {AGING.name, *_intervals(model), *roster.opener}
    doses = {one.dose.name for one in model.mechanisms if isinstance(one, Drug)}
    shared = {name for name in (*roster.owner, *roster.definer) if _is_shared(model, name)}
    return (shared | doses | roster.taker.keys()) - hidden


def _is_shared(model: Model, name: str) -> bool:
    """Return whether a quantity is a word of the vocabulary, not of one mechanism's own file."""
    return name in _vocabulary() and name in model.roster.quantities


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    modules = (
        importlib.import_module(f"{quantities.__name__}.{one.name}")
        for one in pkgutil.iter_modules(quantities.__path__)
    )
    return frozenset(
        member.name
        for module in modules
        for member in vars(module).values()
        if isinstance(member, Quantity)
    )


def _intervals(model: Model) -> dict[str, str]:
    """Return the inputs that tell a drug how far apart its doses are, each with that dose."""
    return {
        one.interval.name: one.dose.name
        for one in model.mechanisms
        if isinstance(one, Drug) and one.interval is not None
    }


def _sums(model: Model, site: Site) -> list[str]:
    """Return the values that nothing reads: what sums up, and what a laboratory measures."""
    return [
        name
        for name in model.roster.definer
        if not readers_of(model)[_key(model, name, site)] and _is_shared(model, name)
    ]


def _found(model: Model, site: Site, name: str, candidates: Iterable[str]) -> bool:
    """Return whether a value follows from the candidates alone, without other shared states."""
    known, waiting, seen = set(candidates), [_key(model, name, site)], set()
    while waiting:
        key = waiting.pop()
        if key in seen or (key.name in known and key.name != name):
            continue
        seen.add(key)
        if not equations_of(model)[key] or key.name in model.roster.owner:
            return False
        waiting += [read for one in equations_of(model)[key] for read in one.reads]
    return True


def _without_restatements(model: Model, site: Site, candidates: set[str]) -> set[str]:
    shown = set(candidates)
    for name in sorted(candidates & model.roster.definer.keys()):
        key = _key(model, name, site)
        if readers_of(model)[key] and len(_ways(model, key, shown)) < 2 and name != BMD.name:
            shown.discard(name)
    return shown


def _ways(model: Model, effect: Key, shown: Iterable[str]) -> dict[str, list[Equation]]:
    """Return the shown quantities that act on one, each with the equations between."""
    known = {*shown} - {effect.name}
    found: dict[str, list[Equation]] = {}
    seen: set[tuple[Key, tuple[Equation, ...]]] = set()

    def follow(key: Key, passed: tuple[Equation, ...]) -> None:
        if (key, passed) in seen or key in {one.quantity for one in passed}:
            return
        seen.add((key, passed))
        for equation in equations_of(model)[key]:
            for read in equation.reads:
                if read.name in known:
                    found.setdefault(read.name, []).extend((*passed, equation))
                elif read.name != effect.name:
                    follow(read, (*passed, equation))

    follow(effect, ())
    return found


def _key(model: Model, name: str, site: Site) -> Key:
    return Key(name, site if site in places(model.roster.quantity(name)) else None)
