"""Trials held against the model: files in, predicted beside observed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from osteon.errors import InputError
from osteon.evidence.library import find_trial_files, trial_files
from osteon.language.trial import Trial
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.validation.predict import Effort, Row, predict
from osteon.validation.summary import Errors, summarize


@dataclass(frozen=True)
class Validation:
    """Every row of some trials, and the errors of all rows together.

    Attributes
    ----------
    trials:
        What was held against the model.
    rows:
        One for every observation, in the order of the trials, none dropped.
    effort, seed:
        How many people and draws the predictions are made of, and what drew them.
    """

    trials: tuple[Trial, ...]
    rows: tuple[Row, ...]
    effort: Effort = field(default_factory=Effort)
    seed: int = 1

    def __repr__(self) -> str:
        return f"<Validation of {len(self.trials)} trials: {len(self.rows)} rows>"

    def by_row(self) -> Iterator[tuple[Trial, Row]]:
        """Yield each row with its trial."""
        of_each = (trial for trial in self.trials for _ in trial.observations)
        yield from zip(of_each, self.rows, strict=True)

    @property
    def summary(self) -> dict[str, Errors]:
        """Return the errors by group of endpoints."""
        return summarize(self.rows)


def validate(
    *trials: Trial | Path | str,
    effort: Effort | None = None,
    seed: int = 1,
    progress: Callable[[str], None] | None = None,
) -> Validation:
    """Predict every row of some trials.

    Parameters
    ----------
    trials:
        Trials, trial files, or folders of them; none: the trials that come with osteon.
    effort:
        How many people and draws a prediction is made of.
    seed:
        Draws them.
    progress:
        Told the name of each trial before it is simulated.

    Raises
    ------
    InputError
        If a file cannot be read; a trial that cannot be simulated keeps its rows instead.
    """
    read = read_trials(trials)
    rows: list[Row] = []
    for trial in read:
        if progress is not None:
            progress(trial.trial)
        rows += predict(standard(), current_layer(), trial, effort, seed)
    return Validation(read, tuple(rows), effort or Effort(), seed)


def read_trials(trials: Iterable[Trial | Path | str]) -> tuple[Trial, ...]:
    """Return trials, read from files and folders where they are named by path.

    Raises
    ------
    InputError
        If a file cannot be read, or a folder holds no trial file.
    """
    read: list[Trial] = []
    for one in tuple(trials) or trial_files():
        if isinstance(one, Trial):
            read.append(one)
            continue
        files = find_trial_files(iter([Path(one)]))
        if not files:
            raise InputError("there is no trial file (*.yaml) in this folder", source=str(one))
        read += [Trial.read(file) for file in files]
    return tuple(read)
