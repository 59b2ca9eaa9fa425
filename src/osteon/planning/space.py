"""All strategies that could be carried out: the choices, and what excludes which options.

A strategy takes one option of each choice: a course of bone drugs, portions of foods and
supplements, kinds of training. Rules of safety look at a drug alone, at a drug together with what
is eaten, or at training alone; so three small tables say of any strategy whether it is feasible,
and nothing forbidden is ever simulated. Whatever is proposed is asked as a whole once more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.guidance.safety import Answer, answers
from osteon.language.strategy import Strategy
from osteon.planning.base import Base
from osteon.planning.exclusion import Exclusion, excludes
from osteon.planning.option import Choice, Option, carried_out

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Array = NDArray[np.float64]
_SLIGHT = 1e-9


@dataclass(frozen=True, eq=False)
class Space:
    """The choices of a plan.

    Attributes
    ----------
    base:
        What goes on whatever is chosen.
    drugs, nutrition, training:
        The choices, each with its options.
    eaten:
        Whether a drug option goes with what is eaten, shape (drug options, nutrition picks ...).
    trained:
        Whether training is allowed, shape (training picks ...).
    excluded:
        What was taken out or is out in some combinations, and why.
    """

    base: Base
    drugs: Choice
    nutrition: tuple[Choice, ...]
    training: tuple[Choice, ...]
    eaten: Flags
    trained: Flags
    excluded: tuple[Exclusion, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return all choices, that of the drugs first."""
        return (self.drugs, *self.nutrition, *self.training)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return how many options each choice has."""
        return tuple(len(one.options) for one in self.choices)

    @property
    def size(self) -> int:
        """Return how many strategies there are, feasible or not."""
        return int(np.prod(self.sizes))

    def every(self) -> Whole:
        """Return the picks of all strategies, shape (strategies, choices)."""
        return np.indices(self.sizes).reshape(len(self.sizes), -1).T

    def options(self, picks: Whole) -> tuple[Option, ...]:
        """Return the options picked, one of each choice."""
        chosen = zip(self.choices, picks, strict=True)
        return tuple(choice.options[int(pick)] for choice, pick in chosen)

    def strategy(self, picks: Whole) -> Strategy:
        """Return the strategy of some picks, what goes on anyway included."""
        return carried_out(self.base.strategy, self.options(picks))

    def answers(self, picks: Whole) -> tuple[Answer, ...]:
        """Return what the rules of safety answer to some picks, asked as a whole."""
        return answers(self.base.situation(self.strategy(picks)))

    def allowed(self, picks: Whole) -> bool:
        """Return whether no rule excludes some picks, asked as a whole."""
        strategy = self.strategy(picks)
        return not any(excludes(self.base, one, strategy) for one in self.answers(picks))

    def feasible(self, picks: Whole) -> Flags:
        """Return which strategies, shape (strategies, choices), can be carried out."""
        wishes = self.base.case.plan
        first = 1 + len(self.nutrition)
        kept: Flags = (
            self.eaten[tuple(picks[:, :first].T)] & self.trained[tuple(picks[:, first:].T)]
        )
        if wishes.sessions is not None:
            kept = kept & (self.summed(picks, _sessions) <= wishes.sessions + _SLIGHT)
        if wishes.most_interventions is not None:
            kept = kept & (self.summed(picks, _interventions) <= wishes.most_interventions)
        return kept

    def interventions(self, picks: Whole) -> Array:
        """Return how many things each strategy begins."""
        return self.summed(picks, _interventions)

    def summed(self, picks: Whole, value: Callable[[Option], float]) -> Array:
        """Return the sum of a value of its options for each strategy, shape (strategies,)."""
        total = np.zeros(len(picks))
        for place, choice in enumerate(self.choices):
            total += np.array([value(one) for one in choice.options])[picks[:, place]]
        return total


def _sessions(option: Option) -> float:
    return option.sessions


def _interventions(option: Option) -> float:
    return float(option.interventions)
