"""`osteon compare`: the strategies of a case side by side, and what differs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from osteon.cli.case_file import read_case
from osteon.cli.options import CaseFile, Followed, Json, Members, Refine, Seed
from osteon.cli.screen import screen
from osteon.cli.simulate import forecast_of
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json

if TYPE_CHECKING:
    from osteon.strategies.compare import Change, Comparison, Difference


def compare(
    case: CaseFile,
    json: Json = None,
    members: Members = 200,
    seed: Seed = 1,
    followed: Followed = None,
    refine: Refine = False,
) -> None:
    """Put the strategies of a case side by side.

    Differences are taken within the same simulated person, so they are known better than either
    change alone.
    """
    described = read_case(case)
    check_file(json, "--json")
    forecast = forecast_of(case, described, members, seed, followed, refine)
    from osteon.strategies.compare import compare as side_by_side

    comparison = side_by_side(forecast)
    if json != STANDARD_OUTPUT:
        from osteon.cli.comparison_table import print_comparison

        print_comparison(screen(), comparison)
    if json is not None:
        write_json(comparison_content(comparison), json)


def comparison_content(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as the JSON of `osteon compare` has it."""
    from osteon.cli.forbidden import forbidden_in
    from osteon.cli.provenance import provenance
    from osteon.cli.twin_content import twin_content

    return {
        "months": comparison.months,
        "strategies": comparison.doing,
        "changes": [_change(one) for one in comparison.changes],
        "differences": [_difference(one) for one in comparison.differences],
        **twin_content(comparison.forecast),
        "notes": (*forbidden_in(comparison.forecast.case), *comparison.forecast.notes),
        "provenance": provenance(comparison.forecast),
    }


def _change(one: Change) -> dict[str, Any]:
    return asdict(one) | {
        "change": one.change._asdict(),
        "t_score": one.t_score._asdict(),
        "detectable": one.detectable,
        "unit": "%",
    }


def _difference(one: Difference) -> dict[str, Any]:
    return asdict(one) | {"difference": one.difference._asdict(), "unit": "percentage points"}
