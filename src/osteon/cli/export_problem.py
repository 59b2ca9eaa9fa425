"""`osteon export --to petab`: which trials to calibrate with, and what is said of the problem."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from osteon.cli.screen import screen, working
from osteon.errors import InputError


def trials_behind(path: Path) -> Sequence[Path]:
    """Return the trial files that a path stands for.

    A trial file stands for itself and a folder for the trials in it. A case stands for the trials
    that come with osteon: its forecast rests on a fit of their calibration rows.

    Raises
    ------
    InputError
        If the path is neither, or a folder without trial files.
    """
    from osteon.evidence.library import find_trial_files, trial_files
    from osteon.language import Case, Trial
    from osteon.language.yaml_text import parse, read_text

    if path.is_dir():
        found = find_trial_files(iter([path]))
        if not found:
            raise InputError(f"{path}: there is no trial file (.yaml) in this folder")
        return found
    if Trial.mark in parse(read_text(path), str(path)).data:
        return [path]
    Case.read(path)
    return trial_files()


def write_calibration(path: Path, folder: Path) -> None:
    """Write the calibration problem of a path, and tell what it holds and leaves out."""
    from osteon.interchange.petab.write import write_problem

    trials = trials_behind(path)
    with working(1) as begin:
        begin("writing")
        written = write_problem(trials, folder)
    say = partial(screen().print, soft_wrap=True)
    say(
        f"{written.rows} calibration rows under {written.conditions} conditions, "
        f"{written.parameters} parameters; each arm is its typical participant."
    )
    for sentence in written.left_out:
        say(f"Left out: {sentence}")
