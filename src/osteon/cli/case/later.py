"""`osteon case measure` and `forecast`: what was found since, and what follows from it."""

from __future__ import annotations

from typing import Annotated

import typer

from osteon.cli.case.opening import CaseName, StoreFile, opened
from osteon.cli.options import Followed, Json, Members, Refine, Seed
from osteon.cli.screen import screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, plain, write_json
from osteon.errors import InputError

Month = Annotated[
    str, typer.Option("--month", help="When, in months; or a date, in a case with 'start'.")
]
Values = Annotated[
    list[str],
    typer.Argument(metavar="ENDPOINT=VALUE...", help='As in bmd_lumbar_spine="0.902 g/cm2".'),
]
Scanner = Annotated[
    str | None,
    typer.Option(
        "--scanner",
        metavar="hologic|lunar",
        help="The maker of the scanner, where it was another than usual.",
        show_default=False,
    ),
]


def measure(
    name: CaseName,
    values: Values,
    month: Month,
    scanner: Scanner = None,
    store: StoreFile = None,
) -> None:
    """Add to a case what was measured at a visit."""
    measured = dict(_pair(value) for value in values)
    if len(measured) < len(values):
        raise InputError("an endpoint is named twice; name each once")
    words: dict[str, str | float] = {"month": _moment(month), **measured}
    if scanner is not None:
        words["scanner"] = scanner
    with opened(store) as cases:
        case = cases.measure(name, words)
    print(f"Kept: {', '.join(values)} at month {case.measurements[-1].month:g} of '{name}'")


def forecast(
    name: CaseName,
    members: Members = 200,
    seed: Seed = 1,
    followed: Followed = None,
    refine: Refine = False,
    store: StoreFile = None,
    json: Json = None,
) -> None:
    """Forecast a case as 'osteon simulate' does, and keep the forecast with it."""
    check_file(json, "--json")
    with opened(store) as cases:
        case = cases.case(name)
        from osteon.cli.forecast_table import print_forecast
        from osteon.cli.simulate import forecast_content

        with working(len(case.strategies)) as begin:
            from osteon.strategies.simulate import simulate

            found = simulate(
                case,
                members=members,
                seed=seed,
                followed=followed,
                refined=refine,
                progress=begin,
            )
        content = forecast_content(found)
        cases.keep_forecast(name, plain(content), found.layer.name if found.layer else None)
    if json is not None:
        write_json(content, json)
    if json != STANDARD_OUTPUT:
        print_forecast(screen(), found)


def _moment(written: str) -> str | float:
    """Return the number of a month as a number, and a date or 'month 14' as it is written."""
    try:
        number = float(written)
    except ValueError:
        return written
    return int(number) if number.is_integer() else number


def _pair(written: str) -> tuple[str, str | int | float]:
    """Return endpoint and value."""
    endpoint, sign, value = written.partition("=")
    if not sign or not value.strip():
        raise InputError(
            f"'{written}' is no measurement; write it as in bmd_lumbar_spine=\"0.902 g/cm2\""
        )
    return endpoint.strip(), value.strip()
