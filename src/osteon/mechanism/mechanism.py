"""A mechanism: one piece of biology in one file.

It *owns* states, *defines* quantities, *opens* fluxes for others to act on, and *modifies* fluxes
that others opened by a dimensionless fold that is exactly one in the reference state. An opened
flux is the product of all folds upon it, so adding biology cannot disturb the healthy steady state
and order does not matter.
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Mapping
from typing import ClassVar

from osteon.mechanism.number import Number, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

Equations = Mapping[Quantity, "Number | float"]


class Mechanism(ABC):
    """Base of every mechanism; a subclass declares what it is and writes its equations.

    Attributes
    ----------
    grade:
        How strong the evidence is; shown to the user.
    owns:
        States whose rates of change it gives.
    defines:
        Quantities it computes from others, without memory.
    opens:
        Dimensionless fluxes that other mechanisms may modify; one in the reference state.
    modifies:
        Opened fluxes that it multiplies by a fold.
    takes:
        Inputs from outside the body: doses, intakes, loads.
    """

    grade: ClassVar[Grade]
    owns: ClassVar[tuple[Quantity, ...]] = ()
    defines: ClassVar[tuple[Quantity, ...]] = ()
    opens: ClassVar[tuple[Quantity, ...]] = ()
    modifies: ClassVar[tuple[Quantity, ...]] = ()
    takes: ClassVar[tuple[Quantity, ...]] = ()

    @property
    def name(self) -> str:
        """Return the name of the file the mechanism stands in."""
        return type(self).__module__.rpartition(".")[2]

    def reference(self, p: Reading) -> Equations:
        """Return the reference values of owned states (else one) and taken inputs (else zero)."""
        return {}

    def rates(self, now: Reading, p: Reading) -> Equations:
        """Return the change per day of every owned state."""
        return {}

    def values(self, now: Reading, p: Reading) -> Equations:
        """Return every defined quantity."""
        return {}

    def folds(self, now: Reading, p: Reading) -> Equations:
        """Return the fold on every modified flux: exactly one in the reference state."""
        return {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"
