"""`osteon simulate`: every strategy of a case, as a table, as JSON, as files."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from osteon.cli.case_file import STANDARD_INPUT, read_case
from osteon.cli.located import located
from osteon.cli.options import CaseFile, Followed, Json, Members, Refine, Seed
from osteon.cli.screen import screen, working
from osteon.cli.writing import (
    STANDARD_OUTPUT,
    check_file,
    check_folder,
    folder_at,
    write_json,
)

if TYPE_CHECKING:
    from osteon.language import Case
    from osteon.strategies.forecast import Forecast
    from osteon.strategies.series import Series

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Write trajectories (Parquet) and pictures (SVG) into this folder.",
        show_default=False,
    ),
]


def simulate(
    case: CaseFile,
    out: Out = None,
    json: Json = None,
    members: Members = 200,
    seed: Seed = 1,
    followed: Followed = None,
    refine: Refine = False,
) -> None:
    """Forecast every strategy of a case, year by year.

    The intervals hold what is not known of the parameters, how people differ and, of bone
    density, how far the model may be off; they do not hold measurement error.
    """
    from rich.text import Text

    described = read_case(case)
    check_file(json, "--json")
    check_folder(out, "--out")
    console = screen(errors=json == STANDARD_OUTPUT)
    forecast = forecast_of(case, described, members, seed, followed, refine)
    if json != STANDARD_OUTPUT:
        from osteon.cli.forecast_table import print_forecast

        print_forecast(console, forecast)
    written = _write(forecast, out, json)
    if written:
        console.print(Text("\n" + "\n".join(written)))
    if out is not None and case != STANDARD_INPUT:
        console.print(Text(f"Try next: osteon compare {case}\n          osteon explain {case}"))


def forecast_of(
    path: Path, case: Case, members: int, seed: int, followed: str | None, refine: bool = False
) -> Forecast:
    """Return the forecast of a case, and show how far it is; what is wrong names its file."""
    with working(len(case.strategies)) as begin:
        from osteon.strategies.simulate import simulate as forecast

        with located(path, followed):
            return forecast(
                case,
                members=members,
                seed=seed,
                followed=followed,
                refined=refine,
                progress=begin,
            )


def _write(forecast: Forecast, out: Path | None, json: str | None) -> list[str]:
    """Write what was asked for, all of it or nothing, and return lines that say what."""
    written: list[str] = []
    with ExitStack() as at_the_end:
        if out is not None:
            folder = at_the_end.enter_context(folder_at(out))
            _fill(folder, forecast)
            names = ", ".join(sorted(file.name for file in folder.iterdir()))
            written.append(f"Written to {out}: {names}")
        if json is not None:
            write_json(forecast_content(forecast), json)
            written += [] if json == STANDARD_OUTPUT else [f"Written: {json}"]
    return written


def _fill(folder: Path, forecast: Forecast) -> None:
    with working(2) as begin:
        begin("writing trajectories")
        from osteon.cli.trajectories import write_trajectories

        write_trajectories(forecast, folder / "trajectories.parquet")
        begin("drawing pictures")
        from osteon.plotting.write import write_pictures

        write_pictures(forecast, folder)


def forecast_content(forecast: Forecast) -> dict[str, Any]:
    """Return a forecast as the JSON of `osteon simulate` has it."""
    from osteon.cli.forbidden import forbidden_in
    from osteon.cli.provenance import provenance
    from osteon.cli.twin_content import twin_content

    return {
        "strategies": {
            outcome.strategy: {
                "months": forecast.months,
                **{name: _content(outcome[name]) for name in forecast.endpoints},
                **{
                    name: _content(series) | {"mean": series.mean}
                    for name in forecast.fractures
                    for series in (outcome.fracture(name),)
                },
            }
            for outcome in forecast
        },
        **twin_content(forecast),
        "notes": (*forbidden_in(forecast.case), *forecast.notes),
        "provenance": provenance(forecast),
    }


def _content(series: Series) -> dict[str, Any]:
    return {
        "median": series.median, "low": series.low, "high": series.high, "unit": series.unit
    }  # fmt: skip
