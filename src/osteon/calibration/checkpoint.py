"""Where a fit stands, kept on disk after every step: an interrupted fit goes on from there.

A checkpoint belongs to one question: the model's equations and parameters, how far they may move
and how people differ in them, the trials, their rows and their trust. If any of them changes, it is
not taken up; a fit that has ended forgets it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.problem import Problem

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Checkpoint:
    """A file that remembers arrays by name for one problem."""

    path: Path

    @classmethod
    def of(cls, problem: Problem, folder: Path) -> Checkpoint:
        """Return the checkpoint of a problem in a folder."""
        asked = hashlib.sha256()
        asked.update(repr((problem.free, problem.people, problem.few, problem.seed)).encode())
        asked.update(repr((problem.model.table.values, problem.prior_spread.tolist())).encode())
        differing = {
            name: one.between_people for name, one in problem.model.table.parameters.items()
        }
        asked.update(repr(differing).encode())
        asked.update(problem.model.trace.mark.encode())
        for trial in problem.trials:
            asked.update(json.dumps(trial.words()).encode())
        for target in problem.targets:
            row = target.observation.words()
            asked.update(json.dumps([target.trial.trial, row, target.trust]).encode())
        return cls(folder / f"{asked.hexdigest()[:20]}.json")

    def load(self, name: str) -> Array | None:
        """Return what was saved under a name; None if nothing was."""
        saved = self._saved().get(name)
        return None if saved is None else np.array(saved, dtype=float)

    def save(self, name: str, values: Array) -> None:
        """Save an array, in one move: a reader never meets half a file."""
        known = self._saved() | {name: np.asarray(values).tolist()}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps(known), encoding="utf-8")
        part.replace(self.path)

    def forget(self) -> None:
        """Delete what was saved."""
        self.path.unlink(missing_ok=True)

    def _saved(self) -> dict[str, list[float]]:
        try:
            saved: dict[str, list[float]] = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return saved
