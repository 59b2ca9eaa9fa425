"""`osteon case measure`, `correct` and `forecast`: what was found since, and what follows."""

from __future__ import annotations

from typing import Annotated, Final

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

_TAKEN_BACK: Final = "none"


def measure(
    name: CaseName,
    values: Values,
    month: Month,
    scanner: Scanner = None,
    store: StoreFile = None,
) -> None:
    """Add to a case what was measured at a visit."""
    words = _visit(values, month, scanner)
    with opened(store) as cases:
        case = cases.measure(name, words)
    print(f"Kept: {', '.join(values)} at month {case.measurements[-1].month:g} of '{name}'")


def correct(
    name: CaseName,
    values: Values,
    month: Month,
    scanner: Scanner = None,
    store: StoreFile = None,
) -> None:
    """Put right what was kept of a visit; ENDPOINT=none takes a value back.

    Forecasts that were kept stay as they were made.
    """
    words = _visit(values, month, scanner)
    words |= {key: None for key, value in words.items() if value == _TAKEN_BACK}
    with opened(store) as cases:
        cases.correct(name, words)
    print(f"Put right in '{name}': {', '.join(values)}")


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


def _visit(values: list[str], month: str, scanner: str | None) -> dict[str, str | float | None]:
    """Return a visit in the words of a case file."""
    measured = dict(_pair(value) for value in values)
    if len(measured) < len(values):
        raise InputError("an endpoint is named twice; name each once")
    words: dict[str, str | float | None] = {"month": _moment(month), **measured}
    return words if scanner is None else words | {"scanner": scanner}


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
