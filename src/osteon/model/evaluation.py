"""One pass through all equations, over numbers of any one kind.

The same pass gives symbols (for the kernel), unit-carrying numbers (for the check) and values now
(for an explanation): it only asks a `Source` what states, parameters and inputs are, and resolves
the rest from the mechanisms.
"""

from __future__ import annotations

from typing import Protocol, cast

from osteon.errors import ModelError, OsteonError
from osteon.mechanism import Equations, Mechanism, Number, Reading
from osteon.model.roster import WRITTEN_FOR, Key, Roster, places, scope_of, written_for
from osteon.model.table import ParameterTable
from osteon.vocabulary.quantity import Quantity, Scope
from osteon.vocabulary.site import Site


class Source(Protocol):
    """What a pass takes as given."""

    def state(self, key: Key) -> Number:
        """Return the value of a state."""
        ...

    def input(self, key: Key) -> Number:
        """Return the value of an input."""
        ...

    def parameter(self, column: int) -> Number:
        """Return the value of a parameter column."""
        ...

    def one(self) -> Number:
        """Return the number one."""
        ...


class Evaluation:
    """The values of all quantities, resolved on demand and kept."""

    def __init__(self, roster: Roster, table: ParameterTable, source: Source) -> None:
        self.roster = roster
        self.table = table
        self.source = source
        self.reads: dict[str, set[str]] = {m.name: set() for m in roster.mechanisms}
        self.uses: set[int] = set()
        self._values: dict[Key, Number] = {}
        self._written: dict[tuple[str, str, Site | None], Equations] = {}
        self._resolving: list[Key] = []

    def quantity(self, key: Key) -> Number:
        """Return the value of any quantity at a place.

        Raises
        ------
        ModelError
            If quantities without memory depend on each other in a circle; prints the circle.
        """
        if key not in self._values:
            if key in self._resolving:
                circle = [*self._resolving[self._resolving.index(key) :], key]
                raise ModelError(
                    "these quantities depend on each other in a circle: "
                    + " -> ".join(map(str, circle))
                    + "; make one of them a state"
                )
            self._resolving.append(key)
            try:
                self._values[key] = self._resolve(key)
            finally:
                self._resolving.pop()
        return self._values[key]

    def rate(self, key: Key) -> Number:
        """Return the change per day of a state."""
        mechanism = self.roster.owner[key.name]
        return self._written_by(mechanism, "rates", self.roster.quantities[key.name], key.site)

    def fold(self, mechanism: Mechanism, key: Key) -> Number:
        """Return the fold of one mechanism on an opened flux."""
        return self._written_by(mechanism, "folds", self.roster.quantities[key.name], key.site)

    def check_declared(self) -> None:
        """Run every equation of every mechanism: none may give what is not declared."""
        for mechanism in self.roster.mechanisms:
            for what in WRITTEN_FOR:
                places_of = Site if scope_of(mechanism, what) is Scope.SITE else (None,)
                for site in places_of:
                    self._equations(mechanism, what, site)

    def reference(self, key: Key) -> Number:
        """Return the reference value of a state or an input."""
        roster = self.roster
        owned = key.name in roster.owner
        mechanism = roster.owner[key.name] if owned else roster.taker[key.name]
        given = self._equations(mechanism, "reference", key.site)
        value = given.get(roster.quantities[key.name], 1.0 if owned else 0.0)
        return cast(Number, value)

    def _resolve(self, key: Key) -> Number:
        roster = self.roster
        quantity = roster.quantity(key.name)
        if key.site not in places(quantity):
            raise ModelError(f"'{quantity}' exists per site: read it with now.at(site)")
        if key.name in roster.owner:
            return self.source.state(key)
        if key.name in roster.taker:
            return self.source.input(key)
        if key.name in roster.definer:
            return self._written_by(roster.definer[key.name], "values", quantity, key.site)
        product = self.source.one()
        for mechanism in roster.modifiers.get(key.name, ()):
            product = product * self.fold(mechanism, key)
        return product

    def _written_by(
        self, mechanism: Mechanism, what: str, quantity: Quantity, site: Site | None
    ) -> Number:
        equations = self._equations(mechanism, what, site)
        if quantity not in equations:
            raise ModelError(f"{mechanism.name} declares '{quantity}' but its {what} leave it out")
        return cast(Number, equations[quantity])

    def _equations(self, mechanism: Mechanism, what: str, site: Site | None) -> Equations:
        place = site if scope_of(mechanism, what) is Scope.SITE else None
        known = (mechanism.name, what, place)
        if known not in self._written:
            now, p = Quantities(self, mechanism, place), Parameters(self, mechanism, place)
            try:
                if what == "reference":
                    found = mechanism.reference(p)
                else:
                    found = getattr(mechanism, what)(now, p)
            except OsteonError as fault:
                if mechanism.name in str(fault):
                    raise
                raise type(fault)(f"{mechanism.name}, {what}: {fault}") from fault
            except ArithmeticError as fault:
                raise ModelError(f"{mechanism.name}, {what}: {fault} in this state") from fault
            for quantity in set(found) - set(written_for(mechanism, what)):
                raise ModelError(
                    f"the {what} of {mechanism.name} give '{quantity}', which it does not declare"
                )
            self._written[known] = found
        return self._written[known]


class Quantities(Reading):
    """The quantities as one mechanism reads them from one place."""

    def __init__(self, evaluation: Evaluation, mechanism: Mechanism, site: Site | None) -> None:
        self._evaluation, self._mechanism, self._site = evaluation, mechanism, site

    def __getattr__(self, name: str) -> Number:
        evaluation = self._evaluation
        quantity = evaluation.roster.quantity(name)
        evaluation.reads[self._mechanism.name].add(name)
        site = self._site if quantity.scope is Scope.SITE else None
        return evaluation.quantity(Key(name, site))

    def at(self, site: Site) -> Reading:
        """Return the quantities as read from a site."""
        return Quantities(self._evaluation, self._mechanism, site)


class Parameters(Reading):
    """The parameters as one mechanism reads them from one place."""

    def __init__(self, evaluation: Evaluation, mechanism: Mechanism, site: Site | None) -> None:
        self._evaluation, self._mechanism, self._site = evaluation, mechanism, site

    def __getattr__(self, name: str) -> Number:
        evaluation = self._evaluation
        column = evaluation.table.find(self._mechanism.name, name, self._site)
        evaluation.uses.add(column)
        return evaluation.source.parameter(column)

    def at(self, site: Site) -> Reading:
        """Return the parameters as read from a site."""
        return Parameters(self._evaluation, self._mechanism, site)
