"""New members where measurements leave too few of the old ones.

Members are moved, all at once, until they lie as the measurements ask (sequential Monte Carlo):

    temper      the measurements count a little more at a time, so much that half of the members
                stay worth their place; these are drawn anew by their weights
    move        z' = sqrt(1 - b^2) z + b xi,  xi standard normal; with chance b another parameter
                set of the fitted layer. Kept with chance min(1, likelihood' / likelihood)

z are the standard normal numbers that a member is made from (people/draw.py). The move (a
preconditioned Crank-Nicolson step) leaves their distribution as it is however many they are, so
only the likelihood decides. b follows the share of moves that are kept. Every member goes on
meeting what was measured at month 0 exactly. The same seed gives the same members; the number of
moves is bounded, each is a simulation of all members up to the last measurement.

Sources: Cotter 2013, Stat Sci 28:424, doi:10.1214/13-STS421 (the move); Del Moral 2006, J R Stat
Soc B 68:411, doi:10.1111/j.1467-9868.2006.00553.x (tempering).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language.case import Case
from osteon.language.person import Person
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.cohort import Cohort
from osteon.people.draw import Draws
from osteon.people.ensemble import ensemble_from
from osteon.people.plan import Plan
from osteon.people.weighted import effective
from osteon.simulation.trajectory import Trajectory
from osteon.twin.first_markers import told_by_markers
from osteon.twin.update import MUTED, Update, compare_believed, log_likelihood
from osteon.twin.visit import Visit
from osteon.twin.weights import normalized

Array = NDArray[np.float64]
MOST_MOVES = 60
_MOVES_EACH, _MOVES_AT_END = 4, 8
_KEPT = 0.3
_REFINING = 5


@dataclass(frozen=True, eq=False)
class Refined:
    """Members that lie as the measurements ask, all worth the same.

    Attributes
    ----------
    cohort:
        The members.
    moves:
        How often all of them were moved.
    kept:
        The share of the last moves that were kept.
    reached:
        How much the measurements count, 0 to 1; less than one if the moves did not suffice.
    """

    cohort: Cohort
    moves: int
    kept: float
    reached: float


@dataclass(frozen=True, eq=False)
class _Members:
    """Members with what they are made from and how well they agree."""

    draws: Draws
    cohort: Cohort
    fit: Array

    def taken(self, places: NDArray[np.intp]) -> _Members:
        """Return the members at some places."""
        return _Members(self.draws.taken(places), self.cohort.taken(places), self.fit[places])

    def where(self, kept: NDArray[np.bool_], others: _Members) -> _Members:
        """Return the others where `kept`, these elsewhere."""
        size = len(kept)
        places = np.where(kept, np.arange(size) + size, np.arange(size))
        return _Members(
            self.draws.beside(others.draws).taken(places),
            self.cohort.beside(others.cohort).taken(places),
            np.where(kept, others.fit, self.fit),
        )


def refine(
    case: Case,
    followed: str,
    believed: tuple[Visit, ...],
    model: Model,
    layer: Layer | None,
    members: int,
    seed: int,
    progress: Callable[[str], None] | None = None,
) -> Refined:
    """Return members that lie as the measurements ask.

    Parameters
    ----------
    followed:
        The strategy under which the measurements were taken.
    believed:
        The measurements that count.
    members, seed:
        How many members, and what draws them.
    progress:
        Told how far it is.

    Raises
    ------
    SimulationError
        If a solve fails.
    """
    plan = Plan(case.usual, case.treatment_of(followed))
    times = np.unique([0.0, *(visit.time for visit in believed)])

    def made(draws: Draws) -> _Members:
        cohort = ensemble_from(model, layer, case.person, case.usual, draws)
        calendar = plan.calendar(model, cohort.usual_inputs(), float(times[-1]))
        lived = cohort.simulate(calendar, times)
        found = compare_believed(case.person, believed, lived, cohort.departure)
        return _Members(draws, cohort, told_by_markers(case.person, lived) + log_likelihood(found))

    chance = np.random.Generator(np.random.PCG64([seed, _REFINING]))
    now = made(Draws.of(model.table, layer, members, seed))
    power, reach, moves, kept = 0.0, 0.5, 0, 0.0
    while power < 1.0 and moves < MOST_MOVES:
        step = _step(now.fit, 1.0 - power)
        power = min(1.0, power + step)
        now = now.taken(_resampled(normalized(step * now.fit), chance))
        for _ in range(_MOVES_EACH if power < 1.0 else _MOVES_AT_END):
            if progress is not None:
                progress(f"refining, {100 * power:.0f} % of the measurements, move {moves + 1}")
            moved = made(_moved(now.draws, layer, reach, chance))
            better = np.log(chance.random(members)) < power * (moved.fit - now.fit)
            now, kept, moves = now.where(better, moved), float(better.mean()), moves + 1
            reach = float(np.clip(reach * np.exp(kept - _KEPT), 0.02, 0.95))
    return Refined(now.cohort, moves, kept, power)


def after_refining(person: Person, before: Update, drawn: Refined, found: Trajectory) -> Update:
    """Return what is known after refining.

    Parameters
    ----------
    before:
        What was known before.
    found:
        The new members, simulated under the strategy that was followed.
    """
    size = len(found.states)
    notes = [note for note in before.notes if note not in (before.roughness, MUTED)]
    notes.append(
        f"the measurements left {before.effective_members:.0f} of {size} members with any say; "
        f"all were drawn anew ({drawn.moves} moves, {100 * drawn.kept:.0f} % of the last one kept)"
    )
    if drawn.reached < 1.0:
        notes.append(
            f"the moves did not suffice: the measurements count for {100 * drawn.reached:.0f} % of "
            "what they say, and the intervals are too wide"
        )
    compared = compare_believed(person, before.believed, found, drawn.cohort.departure)
    equal = np.full(size, 1.0 / size)
    return Update(equal, before.followed, tuple(notes), before.judged, compared, refined=True)


def _step(fit: Array, left: float) -> float:
    """Return by how much the measurements may count more while half of the members keep worth."""

    def surplus(step: float) -> float:
        return effective(normalized(step * fit)) - 0.5 * len(fit)

    if surplus(left) >= 0.0:
        return left
    from scipy.optimize import brentq

    return float(brentq(surplus, 1e-12, left, rtol=1e-3))


def _resampled(weights: Array, chance: np.random.Generator) -> NDArray[np.intp]:
    """Return places drawn by weight, as evenly as can be (systematic resampling)."""
    size = len(weights)
    marks = (np.arange(size) + chance.random()) / size
    return np.minimum(np.searchsorted(np.cumsum(weights), marks), size - 1)


def _moved(draws: Draws, layer: Layer | None, reach: float, chance: np.random.Generator) -> Draws:
    """Return a proposal for every member."""
    stay = np.sqrt(1.0 - reach**2)
    knowledge = stay * draws.knowledge + reach * chance.standard_normal(draws.knowledge.shape)
    people = stay * draws.people + reach * chance.standard_normal(draws.people.shape)
    off = stay * draws.model + reach * chance.standard_normal(draws.model.shape)
    if layer is None:
        return Draws(knowledge, draws.chosen, people, off)
    other = chance.integers(len(layer.draws), size=len(draws.chosen))
    chosen = np.where(chance.random(len(other)) < reach, other, draws.chosen)
    return Draws(knowledge, chosen, people, off)
