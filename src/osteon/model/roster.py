"""Who does what: every quantity with its one owner and all who modify it, checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from osteon.errors import ModelError, UnknownNameError
from osteon.mechanism import Mechanism
from osteon.vocabulary.quantity import Quantity, Scope
from osteon.vocabulary.site import Site


class Key(NamedTuple):
    """A quantity at a place: `rankl@lumbar_spine`, or `estradiol` for the whole person."""

    name: str
    site: Site | None = None

    def __str__(self) -> str:
        return self.name if self.site is None else f"{self.name}@{self.site}"


def places(quantity: Quantity) -> tuple[Site | None, ...]:
    """Return where a quantity exists: every site, or the person as a whole."""
    return tuple(Site) if quantity.scope is Scope.SITE else (None,)


@dataclass(frozen=True)
class Roster:
    """The mechanisms of a model by what they do, in an order that does not depend on the caller."""

    mechanisms: tuple[Mechanism, ...]
    quantities: dict[str, Quantity]
    owner: dict[str, Mechanism]
    definer: dict[str, Mechanism]
    opener: dict[str, Mechanism]
    taker: dict[str, Mechanism]
    modifiers: dict[str, tuple[Mechanism, ...]]

    @classmethod
    def of(cls, mechanisms: Sequence[Mechanism]) -> Roster:
        """Sort and check a list of mechanisms.

        Raises
        ------
        ModelError
            If a mechanism stands twice, a quantity has two owners or two meanings, a mechanism
            mixes person and sites, or a flux is modified that nobody opens.
        """
        ordered = tuple(sorted(mechanisms, key=lambda mechanism: mechanism.name))
        names = [mechanism.name for mechanism in ordered]
        for name in names:
            if names.count(name) > 1:
                raise ModelError(f"the mechanism '{name}' stands twice in the list")
        quantities: dict[str, Quantity] = {}
        roles: dict[str, Mechanism] = {}
        kinds: dict[str, dict[str, Mechanism]] = {
            role: {} for role in ("owns", "defines", "opens", "takes")
        }
        for mechanism in ordered:
            _check_scope(mechanism)
            for quantity in mechanism.modifies:
                if mechanism.modifies.count(quantity) > 1:
                    raise ModelError(f"{mechanism.name} modifies '{quantity}' twice; name it once")
                _register(quantities, quantity)
            for role, held in kinds.items():
                for quantity in getattr(mechanism, role):
                    _register(quantities, quantity)
                    if quantity.name in roles:
                        raise ModelError(
                            f"both {roles[quantity.name].name} and {mechanism.name} give "
                            f"'{quantity}': a quantity has one owner"
                        )
                    roles[quantity.name] = mechanism
                    held[quantity.name] = mechanism
        modifiers: dict[str, tuple[Mechanism, ...]] = {}
        for mechanism in ordered:
            for quantity in mechanism.modifies:
                if quantity.name not in kinds["opens"]:
                    raise ModelError(
                        f"{mechanism.name} modifies '{quantity}', which no mechanism in this "
                        "model opens; add the mechanism that does, or leave this one out"
                    )
                modifiers[quantity.name] = (*modifiers.get(quantity.name, ()), mechanism)
        return cls(
            ordered,
            quantities,
            owner=kinds["owns"],
            definer=kinds["defines"],
            opener=kinds["opens"],
            taker=kinds["takes"],
            modifiers=modifiers,
        )

    def quantity(self, name: str) -> Quantity:
        """Return a quantity by name.

        Raises
        ------
        UnknownNameError
            If the model holds no such quantity; names the nearest.
        """
        if name not in self.quantities:
            raise UnknownNameError.of("quantity", name, self.quantities)
        return self.quantities[name]

    def states(self) -> Iterator[Key]:
        """Yield every state at every place: the person's first, then site by site."""
        for site in (None, *Site):
            for name in self.owner:
                if site in places(self.quantities[name]):
                    yield Key(name, site)

    def inputs(self) -> Iterator[Key]:
        """Yield every input at every place."""
        for name in self.taker:
            for site in places(self.quantities[name]):
                yield Key(name, site)


WRITTEN_FOR = {
    "reference": ("owns", "takes"),
    "rates": ("owns",),
    "values": ("defines",),
    "folds": ("modifies",),
}


def written_for(mechanism: Mechanism, equations: str) -> list[Quantity]:
    """Return the quantities that a mechanism declares its rates, values ... to give."""
    return [quantity for role in WRITTEN_FOR[equations] for quantity in getattr(mechanism, role)]


def scope_of(mechanism: Mechanism, equations: str) -> Scope:
    """Return whether a mechanism writes these equations for the person or for a site."""
    written = written_for(mechanism, equations)
    return written[0].scope if written else Scope.PERSON


def _check_scope(mechanism: Mechanism) -> None:
    for equations in WRITTEN_FOR:
        if len({quantity.scope for quantity in written_for(mechanism, equations)}) > 1:
            raise ModelError(
                f"the {equations} of {mechanism.name} are written both for the person and for a "
                "site; split it into one mechanism for each"
            )


def _register(quantities: dict[str, Quantity], quantity: Quantity) -> None:
    known = quantities.setdefault(quantity.name, quantity)
    if known != quantity:
        raise ModelError(f"'{quantity}' is declared twice with different meanings")
