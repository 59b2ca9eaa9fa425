"""`osteon sensitivity`: which of all that is not known of a person moves an outcome most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from osteon import __version__
from osteon.cli.case_file import read_case
from osteon.cli.located import located
from osteon.cli.options import CaseFile, Json, Seed
from osteon.cli.screen import screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json

if TYPE_CHECKING:
    from osteon.sensitivity.analyze import Sensitivity
    from osteon.sensitivity.sobol import Decomposition

Outcome = Annotated[
    str,
    typer.Option(
        metavar="ENDPOINT",
        help="An endpoint (its change since month 0) or a kind of fracture (its probability).",
    ),
]
Month = Annotated[
    float | None,
    typer.Option(
        metavar="MONTH",
        help="When, counted from month 0; else month 60, or where the case ends before.",
        show_default=False,
    ),
]
Strategy = Annotated[
    str | None,
    typer.Option(help="A strategy of the case; else its first.", show_default=False),
]
Samples = Annotated[
    int,
    typer.Option(
        min=8,
        max=8_192,
        help="A power of two; each group of factors takes so many runs. More: narrower intervals.",
    ),
]


def sensitivity(
    case: CaseFile,
    outcome: Outcome = "bmd_lumbar_spine",
    month: Month = None,
    strategy: Strategy = None,
    samples: Samples = 256,
    seed: Seed = 1,
    json: Json = None,
) -> None:
    """Share the variance of a forecast among all that is not known (Sobol indices).

    First by mechanism, then by single parameters of those that count. Needs the extra sensitivity.
    """
    described = read_case(case)
    check_file(json, "--json")
    with working(2) as begin, located(case, outcome, strategy):
        from osteon.sensitivity.analyze import sensitivity as shared

        found = shared(
            described,
            outcome,
            month,
            strategy=strategy,
            samples=samples,
            seed=seed,
            progress=begin,
        )
    if json != STANDARD_OUTPUT:
        from osteon.cli.sensitivity_table import print_sensitivity

        print_sensitivity(screen(), found)
    if json is not None:
        write_json(sensitivity_content(found), json)


def sensitivity_content(found: Sensitivity) -> dict[str, Any]:
    """Return what moves a forecast as the JSON of `osteon sensitivity` has it."""
    asked = found.asked
    return {
        "outcome": asked.outcome,
        "month": asked.month,
        "unit": asked.unit,
        "strategy": asked.strategy,
        "mechanisms": _content(found.screened),
        "parameters": None if found.single is None else _content(found.single),
        "notes": found.notes,
        "provenance": {"version": __version__, "seed": found.seed},
    }


def _content(found: Decomposition) -> dict[str, Any]:
    return {
        "mean": found.mean,
        "sd": found.sd,
        "runs": found.runs,
        "indices": [vars(one) for one in found.indices],
    }
