"""A plan as plain data: what `osteon plan --json` writes and the API answers."""

from __future__ import annotations

from typing import Any

from osteon.guidance.guideline import Trigger
from osteon.guidance.safety import Answer
from osteon.planning.proposal import Front, Probability, Proposal
from osteon.version import __version__


def plan_content(front: Front) -> dict[str, Any]:
    """Return a plan as the JSON of `osteon plan` has it; probabilities in percent, in men none."""
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


def _in_percent(probability: Probability | None) -> dict[str, Any] | None:
    if probability is None:
        return None
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
