"""What a diet adds up to, nutrient by nutrient, beside what a person is told to take in.

    total = stated or usual intake + supplements + foods          the arithmetic of the simulation

A food whose content nobody measured adds nothing, and is named. Calcium counts as that of milk.
"""

from __future__ import annotations

from dataclasses import dataclass

from osteon.guidance.intake import given_by, intake, usual_intakes
from osteon.guidance.reference_intake import SUPPLEMENTS, ReferenceIntake, reference_intakes
from osteon.language.person import Person
from osteon.language.strategy import Strategy


@dataclass(frozen=True)
class Sum:
    """One nutrient of a diet.

    Attributes
    ----------
    base:
        What is stated of the diet, or usual where nothing is.
    stated:
        Whether it is stated.
    supplement:
        What tablets add.
    foods:
        What each food listed adds; None where nobody knows.
    total:
        All of it a day, as the simulation reads it.
    reference:
        What the person is told to take in; None if the table does not know the nutrient.
    """

    nutrient: str
    base: float
    stated: bool
    supplement: float
    foods: tuple[float | None, ...]
    total: float
    reference: ReferenceIntake | None

    @property
    def too_little(self) -> bool:
        """Return whether less is taken in than recommended."""
        told = self.reference.recommended if self.reference else None
        return told is not None and self.total < told

    @property
    def too_much(self) -> bool:
        """Return whether the limit is passed by what it counts."""
        if self.reference is None or self.reference.limit is None:
            return False
        alone = self.reference.limited == SUPPLEMENTS
        return (self.supplement if alone else self.total) > self.reference.limit


def sums_of(person: Person, strategy: Strategy) -> tuple[Sum, ...]:
    """Return every nutrient of a diet that a food or a tablet may hold.

    Raises
    ------
    UnknownNameError
        If a food is not in the table; names the nearest.
    """
    references = reference_intakes(person)
    found = []
    for name, usual in usual_intakes().items():
        if not usual.in_foods:
            continue
        stated = getattr(strategy.diet, name)
        found.append(
            Sum(
                name,
                usual.amount if stated is None else float(stated),
                stated is not None,
                float(getattr(strategy.supplements, name, None) or 0.0),
                tuple(given_by(one, name, person.weight) for one in strategy.diet.foods),
                intake(strategy, name, person.weight),
                references.get(name),
            )
        )
    return tuple(found)
