"""Simulate every strategy of a case on the same possible versions of one person.

ensemble    the person, many times: all that is known held fixed, the rest drawn once
strategy    a calendar of doses, meals and loads; the same ensemble goes through each
update      measurements since month 0 give the members their weights
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from numbers import Integral
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError, UnknownNameError
from osteon.language.amounts import HORIZON
from osteon.language.case import Case
from osteon.language.person import Person
from osteon.language.strategy import Strategy
from osteon.model.library import standard
from osteon.people.branching import simulate_branches
from osteon.people.cohort import Cohort
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.people.survival import has_breast_cancer
from osteon.simulation.trajectory import Trajectory
from osteon.strategies.forecast import Forecast
from osteon.strategies.members import members_of
from osteon.strategies.notes import notes_of
from osteon.strategies.outcome import Outcome
from osteon.twin.refine import after_refining, refine
from osteon.twin.update import update
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
MOST_MEMBERS = 10_000


def simulate(
    case_or_person: Case | Person,
    strategies: Mapping[str, Strategy] | None = None,
    *,
    usual: Strategy | None = None,
    horizon: str | None = None,
    members: int = 200,
    seed: int = 1,
    followed: str | None = None,
    refined: bool = False,
    sketched: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Forecast:
    """Return what happens to one person under each strategy, month by month.

    Parameters
    ----------
    case_or_person:
        A case, which brings its strategies; or a person, with `strategies` beside her.
    strategies:
        What might be done, by name.
    usual:
        What goes on in every strategy unless the strategy says otherwise.
    horizon:
        How far to look, as in '10 years'; None: what the case says, or ten years.
    members:
        How many possible versions of the person to simulate, 1 to 10,000.
    seed:
        Draws them; the same seed, the same members.
    followed:
        The strategy under which the measurements of the case were made; None: its first.
    refined:
        Draw new members (some seconds) where the measurements leave few of them with any say.
    sketched:
        With a third of the work of solving, and nearly the same: every limit of BMD is within
        0.001 of a T-score, of a marker within a thousandth. For a control that is being moved;
        what stays on a screen is to be asked for in full.
    progress:
        Told the name of each strategy before it is simulated.

    Raises
    ------
    InputError
        If something asked for is no case, or cannot be simulated (a drug without a mechanism).
    SimulationError
        If a solve fails.
    """
    case = _case(case_or_person, strategies, usual, horizon)
    followed = next(iter(case.strategies)) if followed is None else followed
    if followed not in case.strategies:
        raise UnknownNameError.of("strategy", followed, case.strategies)
    if not (isinstance(members, Integral) and 1 <= members <= MOST_MEMBERS):
        raise InputError(f"{members!r} members cannot be simulated; ask for 1 to {MOST_MEMBERS}")
    model, layer = standard(), current_layer()
    plans = {name: Plan(case.usual, case.treatment_of(name)) for name in case.strategies}
    cohort = members_of(case, members, seed)
    months, times = _months_and_times(case)
    trajectories = _run_all(cohort, plans, times, progress, sketched=sketched)
    updated = update(case, followed, trajectories[followed], cohort.departure)
    cancer = has_breast_cancer(case)
    if refined and updated.degenerate:
        drawn = refine(case, followed, updated.believed, model, layer, members, seed, progress)
        cohort = drawn.cohort
        trajectories = _run_all(cohort, plans, times, progress, sketched=sketched)
        updated = after_refining(case.person, updated, drawn, trajectories[followed])
    outcomes = {
        name: Outcome(
            name,
            plans[name].treatment,
            case.person.scanner,
            trajectory,
            months,
            updated.weights,
            cancer,
            cohort.departure,
        )
        for name, trajectory in trajectories.items()
    }
    notes = (*notes_of(case, plans, layer, trajectories[followed]), *updated.notes)
    return Forecast(case, model, layer, outcomes, updated, notes, seed)


def _case(
    given: Case | Person,
    strategies: Mapping[str, Strategy] | None,
    usual: Strategy | None,
    horizon: str | None,
) -> Case:
    """Return the case that is meant, checked as a case in a file is."""
    words: dict[str, Any] = {} if horizon is None else {"horizon": HORIZON.read(horizon)}
    if isinstance(given, Case):
        if strategies is not None or usual is not None:
            raise InputError("a case brings its strategies and what is usual; leave the others out")
        return given.model_copy(update=words)
    if not isinstance(given, Person):
        raise no_case(given)
    if not strategies or not isinstance(strategies, Mapping):
        raise InputError("name at least one strategy: simulate(person, {'name': Strategy(...)})")
    case = Case(person=given, strategies=dict(strategies), usual=usual or Strategy())
    return case.model_copy(update=words)


def no_case(given: object) -> InputError:
    """Say that something else than a case was given, and how to come by one."""
    kind = type(given).__name__
    return InputError(
        f"a {kind} is not a case: Case.read('case.yaml') reads one, and "
        "Case(person=Person(...), strategies={'name': Strategy(...)}) makes one"
    )


def _months_and_times(case: Case) -> tuple[Array, Array]:
    """Return the months to show, and all days to simulate: those of measurements too."""
    last = case.horizon / DAYS_PER_MONTH
    months = np.arange(0.0, np.floor(last + 1e-9) + 1.0)
    if last - months[-1] > 1e-6:
        months = np.append(months, last)
    visits = [visit.time for visit in case.measurements]
    return months, np.array(sorted({*(months * DAYS_PER_MONTH), *visits}))


def _run_all(
    cohort: Cohort,
    plans: Mapping[str, Plan],
    times: Array,
    progress: Callable[[str], None] | None,
    *,
    sketched: bool,
) -> dict[str, Trajectory]:
    """Return every strategy simulated on the same members."""
    calendars = {}
    usual = cohort.usual_inputs()
    for name, plan in plans.items():
        if progress is not None:
            progress(name)
        calendars[name] = plan.calendar(cohort.model, usual, float(times[-1]))
    return simulate_branches(cohort, calendars, times, sketched=sketched)
