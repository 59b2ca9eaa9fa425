"""A link of the causal chain: one quantity, how far it has moved, and what moved it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from osteon.mechanism import Mechanism
from osteon.model.influences import Equation, equations_of, giver_of
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.reports.influence_now import Cause
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity

_MATTERS = 0.02
_STRIKING = 0.05


class Part(StrEnum):
    """Where a link stands: on the way to BMD, in what bone does to the body, or in the blood."""

    CHAIN = "chain"
    FEEDBACK = "feedback"
    MARKER = "marker"


@dataclass(frozen=True)
class Link:
    """One quantity of the chain.

    Attributes
    ----------
    value_now, value_month_0, value_usual:
        Its value under the strategy, at month 0, and doing only what is usual.
    causes:
        What moves it away from what is usual, the strongest first.
    weight:
        How much of the effect on BMD passes through it, 0 to 1.
    restates:
        Whether a neighbor in the chain says the same number better.
    from_zero:
        Whether its reference is zero, so that a ratio of two values says little.
    """

    model: Model
    key: Key
    part: Part
    value_now: float
    value_month_0: float
    value_usual: float
    causes: tuple[Cause, ...]
    weight: float
    restates: bool = False
    from_zero: bool = False

    @property
    def quantity(self) -> Quantity:
        """Return what the vocabulary says about the quantity."""
        return self.model.roster.quantities[self.key.name]

    @property
    def several(self) -> bool:
        """Return whether the quantity is several things, as cells are."""
        name = self.key.name
        return name.endswith("s") and not name.endswith("us") and not self.quantity.unit

    @property
    def striking(self) -> bool:
        """Return whether a reader expects it: measured or computed, and far from what is usual."""
        telling = self.key.name in self.model.roster.definer or bool(self.quantity.unit)
        return telling and self.fold is not None and abs(self.fold - 1.0) > _STRIKING

    @property
    def main_causes(self) -> tuple[Cause, ...]:
        """Return the causes that matter."""
        return tuple(cause for cause in self.causes if cause.share >= _MATTERS)

    @property
    def mechanism(self) -> Mechanism:
        """Return the mechanism behind the link: for a flux, the one that moves it most."""
        if self.key.name in self.model.roster.opener and self.causes:
            return self.causes[0].mechanism
        return giver_of(self.model, self.key.name)

    @property
    def grade(self) -> Grade:
        """Return how well that mechanism is supported."""
        return self.mechanism.grade

    @property
    def equations(self) -> tuple[Equation, ...]:
        """Return the equations behind the link: of a flux, those of the mechanisms that move it."""
        written = equations_of(self.model)[self.key]
        moving = {cause.mechanism.name for cause in self.main_causes}
        return tuple(one for one in written if one.kind != "folds" or one.mechanism.name in moving)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the parameter columns in those equations."""
        return tuple(dict.fromkeys(name for one in self.equations for name in one.columns))

    @property
    def fold(self) -> float | None:
        """Return the value over what it would be as usual; None where zero or a sign forbids."""
        return None if self.from_zero else _ratio(self.value_now, self.value_usual)

    @property
    def effect_percent(self) -> float | None:
        """Return the percent difference from what is usual."""
        return None if self.fold is None else 100.0 * (self.fold - 1.0)

    @property
    def change_percent(self) -> float | None:
        """Return the percent change since month 0."""
        ratio = None if self.from_zero else _ratio(self.value_now, self.value_month_0)
        return None if ratio is None else 100.0 * (ratio - 1.0)


def restates(link: Link, before: Link | None, after: Link | None) -> bool:
    """Return whether the one cause or the one effect of a link says the same number better.

    A quantity with a unit says more than a plain number, and a plain number more than a flux.
    """
    return any(
        other is not None
        and _telling(other) > _telling(link)
        and link.fold is not None
        and other.fold is not None
        and math.isclose(link.fold, other.fold, rel_tol=0.01)
        for other in (before, after)
    )


def _telling(link: Link) -> int:
    if link.quantity.unit:
        return 2
    return 0 if link.key.name in link.model.roster.opener else 1


def _ratio(now: float, base: float) -> float | None:
    return now / base if base > 0 and now >= 0 else None
