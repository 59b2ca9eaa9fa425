"""`osteon plan`: the best feasible strategies of a case, and what they cost in burden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from osteon import __version__
from osteon.cli.located import located
from osteon.cli.options import CaseFile, Json, Members, Seed
from osteon.cli.screen import screen, working
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_json

if TYPE_CHECKING:
    from osteon.guidance.guideline import Trigger
    from osteon.guidance.safety import Answer
    from osteon.planning.proposal import Front, Proposal

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
    from osteon.language import Case

    described = Case.read(case)
    check_file(json, "--json")
    with working(1) as begin, located(case):
        from osteon.planning.plan import plan as planned

        begin("weighing strategies")
        front = planned(described, years=years, most=most, members=members, seed=seed)
    if json != STANDARD_OUTPUT:
        from osteon.cli.plan_table import print_plan

        print_plan(screen(), front)
    if json is not None:
        write_json(plan_content(front), json)


def plan_content(front: Front) -> dict[str, Any]:
    """Return a plan as the JSON of `osteon plan` has it; probabilities in percent."""
    return {
        "years": front.years,
        "begins_month": front.begins,
        "goes_on": front.goes_on,
        "strategies": [_proposal(one) for one in front],
        "excluded": [
            {"what": one.what, "rule": one.rule, "reason": one.reason, "source": one.source}
            for one in front.excluded
        ],
        "guidelines": [_trigger(one) for one in front.triggers],
        "notes": front.notes,
        "considered": front.considered,
        "how": front.how,
        "provenance": {
            "version": __version__,
            "layer": front.layer,
            "safety_rules": front.rules_version,
            "seed": front.seed,
            "members": front.members,
        },
    }


def _proposal(one: Proposal) -> dict[str, Any]:
    return {
        "begins": one.begins,
        "strategy": one.strategy.words(),
        "fracture_major_osteoporotic": _in_percent(one.major_osteoporotic),
        "fracture_hip": _in_percent(one.hip),
        "t_score": {site: summary._asdict() for site, summary in one.t_score.items()},
        "burden": {"value": one.burden, "unit": "hours/year"},
        "interventions": one.interventions,
        "rank_expected": one.rank_expected,
        "rank_worst_tenth": one.rank_worst_tenth,
        "cautions": [_answer(answer) for answer in one.cautions],
        "not_assessed": [_answer(answer) for answer in one.not_assessed],
    }


def _in_percent(probability: Any) -> dict[str, Any]:
    return {name: 100.0 * value for name, value in vars(probability).items()} | {"unit": "%"}


def _answer(answer: Answer) -> dict[str, Any]:
    return {"rule": answer.rule.name, "reason": answer.reason, "source": answer.rule.source}


def _trigger(trigger: Trigger) -> dict[str, Any]:
    guideline = trigger.guideline
    return {
        "guideline": guideline.name,
        "title": guideline.title,
        "doi": guideline.doi,
        "verified_on": guideline.verified_on,
        "read": guideline.read,
        "applies": trigger.applies,
        "threshold_met": trigger.met,
        "missing": trigger.missing,
        "says": guideline.says,
        "also": guideline.also,
    }
