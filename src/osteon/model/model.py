"""A model: a plain list of mechanisms, put together and checked.

Assembly refuses two owners of one quantity, quantities nobody gives, circles among quantities
without memory, units that do not match, and parameters that nothing uses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import ClassVar, cast

from osteon.errors import DimensionError, ModelError, ParameterError
from osteon.mechanism import Mechanism
from osteon.model.dimension import Dimensioned
from osteon.model.evaluation import Evaluation
from osteon.model.roster import Key, Roster, places
from osteon.model.sources import Numbers
from osteon.model.table import ParameterTable
from osteon.model.trace import Trace

_ROUNDING = 1e-9


class Model:
    """Mechanisms put together.

    Parameters
    ----------
    mechanisms:
        What the model consists of, in any order; biology is turned off by leaving it out.

    Raises
    ------
    ModelError
        If the mechanisms do not fit together; says which and why.

    Attributes
    ----------
    rare:
        Whether it is asked too seldom to be worth the compilation of code of its own.
    """

    rare: ClassVar[bool] = False

    def __init__(self, mechanisms: Sequence[Mechanism]) -> None:
        self.roster = Roster.of(mechanisms)
        self.table = ParameterTable.of(self.roster.mechanisms)
        self.states = tuple(self.roster.states())
        self.inputs = tuple(self.roster.inputs())
        self._check()

    def __repr__(self) -> str:
        return f"<Model of {len(self.mechanisms)} mechanisms, {len(self.states)} states>"

    @property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """Return the mechanisms in the model's own order, by name."""
        return self.roster.mechanisms

    @cached_property
    def trace(self) -> Trace:
        """Return the model's arithmetic as a graph of symbols."""
        return Trace.of(self.roster, self.table, self.states, self.inputs)

    def evaluate(
        self,
        states: Mapping[Key, float],
        inputs: Mapping[Key, float],
        parameters: Sequence[float] | None = None,
    ) -> Evaluation:
        """Return all quantities as numbers with units, for given states and inputs."""
        values = self.table.values if parameters is None else parameters
        return Evaluation(
            self.roster, self.table, Numbers(self.roster, self.table, states, inputs, values)
        )

    def at_reference(self) -> Evaluation:
        """Return all quantities in the reference state, where every fold is one."""
        blank = self.evaluate({}, {})
        now = self.evaluate(
            {key: _number(blank.reference(key)) for key in self.states},
            {key: _number(blank.reference(key)) for key in self.inputs},
        )
        now.uses |= blank.uses
        return now

    def explain(self, quantity: str) -> str:
        """Return in words what gives a quantity and what acts on it, by how much at reference."""
        from osteon.model.explain import explain

        return explain(self, quantity, self.at_reference())

    def _check(self) -> None:
        roster = self.roster
        blank = self.evaluate({}, {})
        for key in (*self.states, *self.inputs):
            begun = blank.reference(key)
            if isinstance(begun, Dimensioned):
                unit = roster.quantities[key.name].unit
                _same_unit(f"the reference value of '{key.name}'", begun, unit, 0)
        now = self.at_reference()
        now.check_declared()
        for name, modifiers in roster.modifiers.items():
            for mechanism in modifiers:
                for site in places(roster.quantities[name]):
                    fold = _number(now.fold(mechanism, Key(name, site)))
                    if abs(fold - 1.0) > _ROUNDING:
                        raise ModelError(
                            f"the fold of {mechanism.name} on '{name}' is {fold:g} in the "
                            "reference state; a fold is one there"
                        )
        for key in self.states:
            _same_unit(f"the rate of {key}", now.rate(key), roster.quantities[key.name].unit, 1)
        for name, quantity in roster.quantities.items():
            for site in places(quantity):
                value = now.quantity(Key(name, site))
                _same_unit(f"'{name}'", value, quantity.unit, 0)
        for column, name in enumerate(self.table.columns):
            if column not in now.uses:
                raise ParameterError(f"the parameter {name} is used by no equation; delete it")


def _number(value: object) -> float:
    return value.value if isinstance(value, Dimensioned) else float(cast(float, value))


def _same_unit(what: str, value: object, unit: str, per_day: int) -> None:
    """Check a value against its declared unit, or against that unit a day."""
    expected = Dimensioned.of(1.0, unit) / Dimensioned.of(1.0, "day") ** per_day
    found = value if isinstance(value, Dimensioned) else Dimensioned(1.0, ())
    if found.powers != expected.powers:
        raise DimensionError(f"{what} comes out in {found.unit}, declared in {expected.unit}")
