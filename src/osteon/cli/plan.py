"""`osteon plan`: the best feasible strategies of a case, and what they cost in burden."""

from __future__ import annotations

from typing import Annotated

import typer

from osteon.cli.case_file import read_case
from osteon.cli.located import located
from osteon.cli.options import CaseFile, Json, Members, Seed
from osteon.cli.screen import screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json

Years = Annotated[
    float | None,
    typer.Option(
        metavar="YEARS",
        help="How far to look, 1 to 10; else what the case says under plan, or 5.",
        show_default=False,
    ),
]
Most = Annotated[int, typer.Option(min=2, max=50, help="How many strategies to show at most.")]


def plan(
    case: CaseFile,
    years: Years = None,
    json: Json = None,
    most: Most = 8,
    members: Members = 200,
    seed: Seed = 1,
) -> None:
    """Show the best feasible strategies: what no other beats in everything.

    What rules of safety forbid is never proposed, and is listed with its rule; what guidelines say
    stands beside. Which strategy is right is for her and her physicians to decide.
    """
    described = read_case(case)
    check_file(json, "--json")
    with working(1) as begin, located(case):
        from osteon.planning.plan import plan as planned

        begin("weighing strategies")
        front = planned(described, years=years, most=most, members=members, seed=seed)
    if json != STANDARD_OUTPUT:
        from osteon.cli.plan_table import print_plan

        print_plan(screen(), front)
    if json is not None:
        from osteon.planning.content import plan_content

        write_json(plan_content(front), json)
