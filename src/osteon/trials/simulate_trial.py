"""Carry out a virtual trial chunk by chunk: in memory, or as a run that survives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING

from osteon.errors import InputError, UnknownNameError
from osteon.language.strategy import Strategy
from osteon.language.trial import Trial
from osteon.trials.outcome import TrialOutcome, screening_of
from osteon.trials.schedule import visits_of
from osteon.trials.virtual_trial import SCREENING, VirtualTrial

if TYPE_CHECKING:
    import pyarrow as pa

    from osteon.runs.executors import Executor

MOST_PEOPLE = 100_000
_CONTROLS = ("placebo", "control", "no treatment", "nothing", "observation")


def simulate_trial(
    trial: Trial | Path | str,
    *,
    people: int | None = None,
    seed: int = 1,
    versus: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> TrialOutcome:
    """Return what a trial finds in people drawn for it.

    Parameters
    ----------
    trial:
        A design or a published trial, or its file.
    people:
        People in each arm; None: as many as the arm has participants, or 500.
    seed:
        Draws them.
    versus:
        The arm that the others are compared with; None: the one with the fewest drugs.
    progress:
        Told of each chunk before it is simulated.

    Raises
    ------
    InputError
        If the trial cannot be read or simulated, or hardly anybody is eligible.
    SimulationError
        If a solve fails.
    """
    described = trial if isinstance(trial, Trial) else Trial.read(Path(trial))
    design, versus = designed(described, people, seed, versus)
    return carried_out(design, versus, progress)


def designed(
    trial: Trial, people: int | None, seed: int, versus: str | None, most: int = MOST_PEOPLE
) -> tuple[VirtualTrial, str]:
    """Return what is to be simulated, and the arm that the others are compared with.

    Parameters
    ----------
    most:
        How many people an arm may have.

    Raises
    ------
    InputError
        If there is no such arm, too many people are asked for, or the trial has no end.
    """
    versus = compared_with(trial) if versus is None else versus
    if versus not in trial.arms:
        raise UnknownNameError.of("arm", versus, trial.arms)
    if people is not None and not (isinstance(people, Integral) and 2 <= people <= most):
        raise InputError(f"{people!r} people cannot be simulated here; ask for 2 to {most}")
    design = VirtualTrial(trial, people, seed)
    largest = max(trial.arms, key=design.people_in)
    if design.people_in(largest) > most:
        raise InputError(
            f"arm '{largest}' has {design.people_in(largest)} participants, more than can be "
            f"simulated here; ask for 2 to {most} people in each arm"
        )
    visits_of(trial)
    return design, versus


def carried_out(
    design: VirtualTrial, versus: str, progress: Callable[[str], None] | None = None
) -> TrialOutcome:
    """Return what a trial finds, its chunks computed one after another."""
    tables = []
    for index in range(design.chunks):
        if progress is not None:
            progress(f"chunk {index + 1} of {design.chunks}")
        tables.append(design.compute(index))
    return _outcome(design, versus, tables)


def carried_out_in(
    folder: Path,
    design: VirtualTrial,
    versus: str,
    executor: Executor,
    progress: Callable[[int], None] | None = None,
) -> TrialOutcome:
    """Return what a trial finds, its chunks kept in a folder; a run that is there goes on.

    Parameters
    ----------
    executor:
        Where chunks are computed: `osteon.runs.executors.here`, or a cluster.
    progress:
        Told how many more people are finished.

    Raises
    ------
    InputError
        If the folder holds something else.
    StoreError
        If it cannot be written, or another process is at work in it.
    SimulationError
        If chunks failed; all others are kept.
    """
    from osteon.runs.run import run, tables_in
    from osteon.trials.trial_run import TrialRun

    task = TrialRun(design)
    run(task, folder, executor, progress)
    return _outcome(design, versus, list(tables_in(folder, task)))


def _outcome(design: VirtualTrial, versus: str, tables: list[pa.Table]) -> TrialOutcome:
    import pyarrow as pa

    screening = screening_of(tables)
    table = pa.concat_tables(tables).replace_schema_metadata(
        {SCREENING: json.dumps(asdict(screening))}
    )
    return TrialOutcome(design, table, versus, screening)


def compared_with(trial: Trial) -> str:
    """Return the arm that the others are compared with: a control by name, or who does least."""
    for name in trial.arms:
        if name.lower() in _CONTROLS:
            return name
    return min(trial.arms, key=lambda arm: _done(trial.treatment_of(arm)))


def _done(strategy: Strategy) -> tuple[int, int]:
    """Return how many drugs are given, by rule among them, and how much else is done."""
    eaten = len(strategy.diet.model_fields_set | strategy.supplements.model_fields_set)
    else_done = len(strategy.exercise) + len(strategy.procedures) + eaten
    return len(strategy.drugs) + len(strategy.rules), else_done
