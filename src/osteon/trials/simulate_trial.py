"""Carry out a virtual trial in this process, chunk by chunk."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from osteon.errors import InputError, UnknownNameError
from osteon.language.trial import Trial
from osteon.trials.outcome import TrialOutcome, screening_of
from osteon.trials.virtual_trial import SCREENING, VirtualTrial

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
    versus = compared_with(described) if versus is None else versus
    if versus not in described.arms:
        raise UnknownNameError.of("arm", versus, described.arms)
    if people is not None and not 2 <= people <= MOST_PEOPLE:
        raise InputError(f"{people} people cannot be simulated here; ask for 2 to {MOST_PEOPLE}")
    return carried_out(VirtualTrial(described, people, seed), versus, progress)


def carried_out(
    design: VirtualTrial, versus: str, progress: Callable[[str], None] | None = None
) -> TrialOutcome:
    """Return what a trial finds, its chunks computed one after another."""
    tables = []
    for index in range(design.chunks):
        if progress is not None:
            progress(f"chunk {index + 1} of {design.chunks}")
        tables.append(design.compute(index))
    import pyarrow as pa

    screening = screening_of(tables)
    table = pa.concat_tables(tables).replace_schema_metadata(
        {SCREENING: json.dumps(asdict(screening))}
    )
    return TrialOutcome(design, table, versus, screening)


def chunks_of(trial: Trial, people: int | None) -> int:
    """Return in how many chunks a trial is simulated."""
    return VirtualTrial(trial, people).chunks


def compared_with(trial: Trial) -> str:
    """Return the arm that the others are compared with: a control by name, or the fewest drugs."""
    for name in trial.arms:
        if name.lower() in _CONTROLS:
            return name
    return min(trial.arms, key=lambda arm: len(trial.treatment_of(arm).drugs))
