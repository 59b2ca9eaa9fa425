"""The trials that come with osteon, and the guard that keeps validation data out of every fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from osteon.errors import EvidenceError

TRIALS = Path(__file__).parent / "trials"
LATER = Path(__file__).parent / "later"
SIGNS = Path(__file__).parent / "signs"
RELATIONS = Path(__file__).parent / "relations"


def trial_files() -> tuple[Path, ...]:
    """Return the trial files that come with osteon, in the order of their names."""
    return tuple(sorted(TRIALS.glob("*.yaml")))


def later_files() -> tuple[Path, ...]:
    """Return the files of trials that nobody had looked up when the model was last fitted.

    They stand apart: what was known of a trial, if only to the people who chose the equations, is
    no test of them.
    """
    return tuple(sorted(LATER.glob("*.yaml")))


def sign_files() -> tuple[Path, ...]:
    """Return the files of signs that come with osteon, in the order of their names."""
    return tuple(sorted(SIGNS.glob("*.yaml")))


def relation_files() -> tuple[Path, ...]:
    """Return the files of relations that come with osteon, in the order of their names."""
    return tuple(sorted(RELATIONS.glob("*.yaml")))


def find_trial_files(paths: Iterator[Path]) -> tuple[Path, ...]:
    """Return the trial files among files and folders."""
    found: list[Path] = []
    for path in paths:
        found += sorted([*path.glob("*.yaml"), *path.glob("*.yml")]) if path.is_dir() else [path]
    return tuple(found)


def refuse_validation(name: str, role: str | None) -> None:
    """Let a fit read calibration trials only.

    Raises
    ------
    EvidenceError
        If the trial is not calibration data.
    """
    if role != "calibration":
        raise EvidenceError(
            f"the trial '{name}' has the role {role or 'none'}: a fit reads calibration data only"
        )
