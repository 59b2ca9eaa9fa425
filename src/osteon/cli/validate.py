"""`osteon validate`: what the model says of published trials, beside what they found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from osteon.cli.options import Json
from osteon.cli.screen import screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json
from osteon.errors import InputError

if TYPE_CHECKING:
    from osteon.validation.predict import Row
    from osteon.validation.validate import Validation

FEW_TRIALS = 6
Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Trial files, or folders of them; the trials that come with osteon if none is given.",
        show_default=False,
    ),
]

Report = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write one page (HTML) with every row, picture and miss, and what others answer.",
        show_default=False,
    ),
]
EveryRow = Annotated[
    bool,
    typer.Option(
        "--rows",
        help=f"Print every row or sign; of more than {FEW_TRIALS} trials, and of signs, only the "
        "misses are printed.",
    ),
]

Signs = Annotated[
    bool,
    typer.Option(
        "--signs",
        help="Judge signs instead: what the literature knows without a number, as what rises and "
        "which of two does more.",
    ),
]


def validate(
    path: Paths = None,
    json: Json = None,
    report: Report = None,
    rows: EveryRow = False,
    signs: Signs = False,
) -> None:
    """Predict published trials, beside what they found."""
    if signs:
        _judge_signs(path, json, report, rows)
        return
    from osteon.validation.validate import read_trials
    from osteon.validation.validate import validate as held_against_the_model

    trials = read_trials(path or ())
    check_file(json, "--json")
    check_file(None if report is None else str(report), "--report")
    with working(len(trials)) as begin:
        found = held_against_the_model(*trials, progress=begin)
    if report is not None:
        from osteon.reports.evidence.write import write_report
        from osteon.validation.signs import check_signs

        write_report(found, report, () if path else check_signs())
    if json != STANDARD_OUTPUT:
        from osteon.cli.validation_table import print_overview, print_validation

        few = rows or len(trials) <= FEW_TRIALS
        (print_validation if few else print_overview)(screen(), found)
        if report is not None:
            screen().print(f"\nWritten: {report}")
    if json is not None:
        write_json(validation_content(found), json)


def _judge_signs(
    path: list[Path] | None, json: str | None, report: Path | None, rows: bool
) -> None:
    """Judge the signs that come with osteon, and print or write the verdicts."""
    if path or report is not None:
        raise InputError(
            "--signs judges the signs that come with osteon, and goes with --json only; for the "
            "page write 'osteon validate --report FILE', which holds the signs, too"
        )
    from osteon.cli.signs_table import print_signs, signs_content
    from osteon.validation.signs import check_signs, topics

    check_file(json, "--json")
    with working(len(topics())) as begin:
        verdicts = check_signs(begin)
    if json != STANDARD_OUTPUT:
        print_signs(screen(), verdicts, rows)
    if json is not None:
        write_json(signs_content(verdicts), json)


def validation_content(found: Validation) -> dict[str, Any]:
    """Return rows and errors as the JSON of `osteon validate` has them."""
    return {
        "rows": [_content(row) for row in found.rows],
        "summary": {
            group: {
                "rows": errors.rows,
                "predicted": errors.predicted,
                "rmse": errors.rmse,
                "bias": errors.bias,
                "inside": errors.inside,
            }
            for group, errors in found.summary.items()
        },
    }


def _content(row: Row) -> dict[str, Any]:
    observed = row.observation
    low, high = observed.ci or (None, None)
    return {
        "trial": row.trial,
        "role": row.role,
        "arm": observed.arm,
        "versus": observed.versus,
        "endpoint": observed.endpoint,
        "month": observed.month,
        "since": observed.since_month,
        "kind": observed.kind,
        "statistic": observed.statistic,
        "unit": observed.unit,
        "observed": observed.value,
        "ci_low": low,
        "ci_high": high,
        "predicted": row.predicted,
        "predicted_low": row.predicted_low,
        "predicted_high": row.predicted_high,
        "predicted_sd": row.predicted_sd,
        "reported_sd": row.reported_sd,
        "problem": row.problem,
        "note": observed.note,
    }
