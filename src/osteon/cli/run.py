"""`osteon run`: very many people of one arm of a trial, kept in a folder that survives anything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from osteon.cli.options import Json, Seed
from osteon.cli.rate import counting
from osteon.cli.screen import screen
from osteon.cli.surviving import ClusterAddress, executor_at, surviving
from osteon.cli.writing import STANDARD_OUTPUT, check_file, check_folder, write_json
from osteon.errors import InputError

_LAST_MONTH = 600
TrialFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="A trial file: its population and its arms.")
]
Arm = Annotated[str, typer.Option(metavar="NAME", help="Which arm of it.", show_default=False)]
People = Annotated[int, typer.Option(min=1, max=100_000_000, help="How many people to simulate.")]
Out = Annotated[
    Path,
    typer.Option(
        metavar="DIR",
        help="Where shards, manifest and summary go; a run that was interrupted goes on.",
        show_default=False,
    ),
]
Months = Annotated[
    str, typer.Option(metavar="MONTHS", help="When people are looked at, as in 12,24,60.")
]


Trajectories = Annotated[
    bool,
    typer.Option(
        "--trajectories",
        help="Keep every month of everyone, as one Zarr array, in place of a row each.",
    ),
]


def run(
    file: TrialFile,
    arm: Arm,
    out: Out,
    people: People = 10_000,
    seed: Seed = 1,
    months: Months = "12,24,60",
    trajectories: Trajectories = False,
    cluster: ClusterAddress = None,
    json: Json = None,
) -> None:
    """Simulate very many people of one arm, in chunks that survive an interruption.

    The same command goes on where an earlier one ended, and ends with the same bytes.
    """
    from osteon.language import Trial

    trial = Trial.read(file)
    trial.treatment_of(arm)
    asked = months_of(months)
    check_folder(out, "--out")
    check_file(json, "--json")
    from osteon.runs.arm_courses import ArmCourses
    from osteon.runs.arm_people import ArmPeople
    from osteon.runs.run import run as carried_out
    from osteon.runs.summary import summary_content

    executor = executor_at(cluster)
    kind = ArmCourses if trajectories else ArmPeople
    task = kind(trial, arm, people, asked, seed)
    with surviving(out), counting(people, "people") as finished:
        done = carried_out(task, out, executor, finished)
    if json != STANDARD_OUTPUT:
        from osteon.cli.run_table import print_run

        print_run(screen(), task, done)
    if json is not None:
        content: dict[str, Any] = summary_content(task.columns, done.summary)
        write_json({**content, "made_with": task.versions(), "folder": str(out)}, json)


def months_of(words: str) -> tuple[int, ...]:
    """Return months from a list of them, rising, each once.

    Raises
    ------
    InputError
        If one is no whole number from 1 to 600.
    """
    found = set()
    for word in words.split(","):
        if not word.strip().isdecimal() or not 1 <= int(word) <= _LAST_MONTH:
            raise InputError(
                f"--months: '{word.strip()}' is no month from 1 to {_LAST_MONTH}; "
                "write whole numbers with commas between them, as in 12,24,60"
            )
        found.add(int(word))
    return tuple(sorted(found))
