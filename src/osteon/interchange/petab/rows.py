"""The rows that are fitted, each with the condition that it is observed in.

A row of an arm whose people are rescued by a rule has no one typical participant; it is left out
and told, as is a row against an arm of other people.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.problem import Problem, Target
from osteon.errors import InputError
from osteon.interchange.petab.condition import Condition
from osteon.interchange.petab.life import Life
from osteon.people.typical_arm import typical_arm
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
_ALIKE = 1e-2
"""Share by which people of two arms may differ, by what they were given before month 0."""


@dataclass(frozen=True, eq=False)
class Row:
    """A row and where it is observed."""

    target: Target
    condition: Condition


@dataclass(frozen=True, eq=False)
class Rows:
    """All rows, their conditions, and in sentences what was left out."""

    rows: tuple[Row, ...]
    left_out: tuple[str, ...]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Return each condition once."""
        return tuple({row.condition.identifier: row.condition for row in self.rows}.values())


def rows_of(problem: Problem, typical: Array) -> Rows:
    """Return the rows of a problem.

    Parameters
    ----------
    typical:
        Parameters of the typical person, shape (parameters,).
    """
    rows: list[Row] = []
    left_out: list[str] = []
    lives: dict[tuple[str, str], Life] = {}
    conditions: dict[str, Condition] = {}
    for target in problem.targets:
        try:
            found = _condition(problem, target, typical, lives)
        except InputError as fault:
            left_out.append(fault.message)
        else:
            rows.append(
                Row(target, conditions.setdefault(found.name, _numbered(found, conditions)))
            )
    return Rows(tuple(rows), tuple(dict.fromkeys(left_out)))


def _condition(
    problem: Problem, target: Target, typical: Array, lives: dict[tuple[str, str], Life]
) -> Condition:
    trial, row = target.trial, target.observation

    def life(arm: str) -> Life:
        if (trial.trial, arm) not in lives:
            if trial.treatment_of(arm).rules:
                raise InputError(
                    f"{trial.trial}, {arm}: people are rescued by a rule; no one is typical of them"
                )
            one = typical_arm(problem.model, trial, arm, typical, trial.last_day)
            lives[trial.trial, arm] = Life(f"{trial.trial}, {arm}", one)
        return lives[trial.trial, arm]

    own = life(row.arm)
    words = [trial.trial, row.arm] + ([f"since month {_months(row.since)}"] if row.since else [])
    if row.versus is None:
        return _checked(Condition(_identifier(words), ", ".join(words), own, row.since))
    other = life(row.versus)
    if not np.allclose(other.parameters, own.parameters, rtol=_ALIKE, atol=0.0):
        raise InputError(
            f"{trial.trial}, {row.arm} against {row.versus}: the arms are of different people"
        )
    words += [f"against {row.versus}", f"at month {_months(row.time)}"]
    return _checked(
        Condition(_identifier(words), ", ".join(words), own, row.since, other, row.time)
    )


def _checked(condition: Condition) -> Condition:
    """Return a condition whose doses can be told as first, every and count."""
    condition.doses()
    return condition


def _months(days: float) -> str:
    return f"{days / DAYS_PER_MONTH:g}"


def _numbered(condition: Condition, others: Mapping[str, Condition]) -> Condition:
    """Return a condition whose identifier no condition of other words has."""
    taken = {one.identifier for one in others.values()}
    number, name = 1, condition.identifier
    while name in taken:
        number += 1
        name = f"{condition.identifier}_{number}"
    return replace(condition, identifier=name)


def _identifier(words: Sequence[str]) -> str:
    """Return words as PEtab's letters, digits and underscores."""
    text = "_".join(words).replace("+", "_and_").replace(">", "_then_")
    plain = re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_")
    return plain if plain[0].isalpha() else f"trial_{plain}"
