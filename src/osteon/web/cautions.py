"""What the rules of safety say of each strategy of a case, the gravest first."""

from __future__ import annotations

from pydantic import BaseModel

from osteon.guidance.safety import Answer, Verdict, answers
from osteon.language import Case
from osteon.planning.base import situation_of
from osteon.vocabulary.units import DAYS_PER_MONTH

_GRAVEST_FIRST = [Verdict.FORBIDDEN, Verdict.NOT_ASSESSED, Verdict.CAUTION]


class Caution(BaseModel):
    """What one rule of safety says of a strategy.

    Attributes
    ----------
    rule:
        Its name.
    verdict:
        Forbidden, not assessed (what the rule needs is not stated), or caution.
    month:
        When that first holds.
    reason, source:
        Why, and where that is written.
    """

    rule: str
    verdict: Verdict
    month: float
    reason: str
    source: str


def cautions(case: Case, strategy: str) -> list[Caution]:
    """Return what speaks against a strategy, or is to be seen to; nothing of what is allowed."""
    found = answers(situation_of(case, strategy))
    told = [one for one in found if one.verdict is not Verdict.ALLOWED]
    return [
        _caution(one) for one in sorted(told, key=lambda one: _GRAVEST_FIRST.index(one.verdict))
    ]


def _caution(answer: Answer) -> Caution:
    return Caution(
        rule=answer.rule.name,
        verdict=answer.verdict,
        month=answer.time / DAYS_PER_MONTH,
        reason=answer.reason,
        source=answer.rule.source,
    )
