"""What a plan cannot hold, with the rule that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from osteon.guidance.courses import GROUPS
from osteon.guidance.safety import Answer, Verdict
from osteon.language.strategy import Strategy
from osteon.planning.base import Base
from osteon.planning.option import NOTHING, Option

EVERYTHING: Final = "every strategy, for what goes on anyway"


@dataclass(frozen=True)
class Exclusion:
    """What was left out, and why.

    Attributes
    ----------
    what:
        In words.
    rule:
        The name of the rule; None where the case asks for it.
    reason, source:
        Why, and where that is written.
    """

    what: str
    rule: str | None
    reason: str
    source: str


def excludes(base: Base, answer: Answer, strategy: Strategy) -> bool:
    """Return whether an answer keeps a strategy out of the plans of a case.

    What is withheld until more is known is withheld from what would be begun: of what goes on
    anyway the rule only asks. A rule that leaves drugs to specialists yields where the case asks
    for each of them.
    """
    about = GROUPS.get(answer.rule.about, (answer.rule.about,))
    spoken_of = [course for course in strategy.drugs if course.drug in about]
    if answer.verdict is Verdict.NOT_ASSESSED and spoken_of:
        return answer.excludes and not all(course in base.strategy.drugs for course in spoken_of)
    if answer.rule.on_request and {course.drug for course in spoken_of} <= set(
        base.case.plan.consider
    ):
        return False
    return answer.excludes


def told(
    found: Sequence[tuple[Option, Sequence[Answer]]], of: int | None = None
) -> list[Exclusion]:
    """Return what was excluded, once for each rule and what it found.

    Parameters
    ----------
    found:
        Options with the answers that exclude them.
    of:
        How many options there were: a rule that excludes every one of them speaks of what goes on
        anyway, and is told as such; None: it cannot.
    """
    lines: dict[tuple[str, str], tuple[Answer, dict[str, None], int]] = {}
    for option, answers in found:
        for answer in answers:
            key = (answer.rule.name, answer.reason)
            _, names, number = lines.get(key, (answer, {}, 0))
            lines[key] = (answer, names | {_name(option, answer): None}, number + 1)
    return [
        Exclusion(
            EVERYTHING if number == of else ", ".join(names),
            answer.rule.name,
            answer.reason,
            answer.rule.source,
        )
        for answer, names, number in lines.values()
    ]


def _name(option: Option, answer: Answer) -> str:
    """Return the drugs of an option that a rule speaks of; else what the option begins with."""
    about = GROUPS.get(answer.rule.about, (answer.rule.about,))
    drugs = list(dict.fromkeys(course.drug for course in option.drugs))
    spoken_of = [drug for drug in drugs if drug in about]
    if spoken_of:
        return " and ".join(spoken_of)
    if not drugs:
        return "no bone drug" if option is NOTHING else option.words
    return f"{drugs[0]} with nothing after it" if "then nothing" in option.words else drugs[0]
