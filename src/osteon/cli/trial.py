"""`osteon trial`: a trial file as a virtual trial, with its outcomes and the power they give."""

from __future__ import annotations

from contextlib import ExitStack
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from osteon.cli.located import located
from osteon.cli.options import Json, Seed
from osteon.cli.provenance import trial_provenance
from osteon.cli.rate import counting
from osteon.cli.screen import screen, working
from osteon.cli.surviving import ClusterAddress, executor_at, surviving
from osteon.cli.writing import (
    STANDARD_OUTPUT,
    check_file,
    check_folder,
    folder_at,
    write_json,
)
from osteon.errors import InputError

if TYPE_CHECKING:
    from osteon.trials.outcome import TrialOutcome
    from osteon.trials.power_of_trial import TrialPower
    from osteon.trials.virtual_trial import VirtualTrial

TrialFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="A trial file: a design, or a published trial.")
]
People = Annotated[
    int | None,
    typer.Option(
        min=2,
        max=100_000,
        help="People in each arm; else as many as the arm has participants, or 500.",
        show_default=False,
    ),
]
Versus = Annotated[
    str | None,
    typer.Option(
        metavar="ARM",
        help="The arm that the others are compared with; else a control, or the fewest drugs.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Write every person (Parquet) and pictures (SVG) into this folder.",
        show_default=False,
    ),
]


RunFolder = Annotated[
    Path | None,
    typer.Option(
        "--run",
        metavar="DIR",
        help="Keep people in this folder as they are simulated: the same command goes on there "
        "after an interruption.",
        show_default=False,
    ),
]


def trial(
    file: TrialFile,
    people: People = None,
    seed: Seed = 1,
    versus: Versus = None,
    json: Json = None,
    out: Out = None,
    run: RunFolder = None,
    cluster: ClusterAddress = None,
) -> None:
    """Carry out a trial on simulated people: changes, fractures, and power against sample size.

    Arms hold the same people, so that they differ by treatment alone. What was observed in a
    published trial is held against the model by osteon validate.
    """
    from rich.text import Text

    from osteon.language import Trial

    described = Trial.read(file)
    check_file(json, "--json")
    check_folder(out, "--out")
    check_folder(run, "--run")
    if cluster is not None and run is None:
        raise InputError("--cluster: name a folder for what comes back from it with --run DIR")
    console = screen(errors=json == STANDARD_OUTPUT)
    from osteon.trials.simulate_trial import designed

    with located(file, versus):
        design, compared = designed(described, people, seed, versus)
        if run is None:
            found = _found(design, compared)
    if run is not None:
        found = _kept(run, design, compared, cluster)
    with located(file), working(1) as begin:
        from osteon.trials.power_of_trial import power_of_trial

        begin("power, from many people")
        power = power_of_trial(found)
    if json != STANDARD_OUTPUT:
        from osteon.cli.trial_table import print_trial

        print_trial(console, found, power)
    with ExitStack() as at_the_end:
        if out is not None:
            folder = at_the_end.enter_context(folder_at(out))
            _fill(folder, found, power)
            names = ", ".join(sorted(one.name for one in folder.iterdir()))
            console.print(Text(f"\nWritten to {out}: {names}"))
        if json is not None:
            from osteon.trials.content import trial_content

            content = trial_content(found, power) | {"provenance": trial_provenance(found)}
            write_json(content, json)


def _found(design: VirtualTrial, versus: str) -> TrialOutcome:
    """Return what the trial finds, simulated in memory."""
    from osteon.trials.simulate_trial import carried_out

    with working(design.chunks) as begin:
        return carried_out(design, versus, begin)


def _kept(folder: Path, design: VirtualTrial, versus: str, cluster: str | None) -> TrialOutcome:
    """Return what the trial finds, kept in a folder that survives."""
    from osteon.trials.simulate_trial import carried_out_in
    from osteon.trials.trial_run import TrialRun

    executor = executor_at(cluster)
    with surviving(folder), counting(TrialRun(design).people, "people") as finished:
        return carried_out_in(folder, design, versus, executor, finished)


def _fill(folder: Path, found: TrialOutcome, power: TrialPower) -> None:
    from pyarrow import parquet

    from osteon.trials.pictures import write_pictures

    made_with = {**(found.table.schema.metadata or {}), b"osteon": dumps(trial_provenance(found))}
    table = found.table.replace_schema_metadata(made_with)
    parquet.write_table(table, folder / "people.parquet")
    write_pictures(found, power, folder)
