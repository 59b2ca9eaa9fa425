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
    drugs:
        The drugs that a rule speaks of, where it excludes them whatever is eaten beside them.
    """

    what: str
    rule: str | None
    reason: str
    source: str
    drugs: tuple[str, ...] = ()


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
    lines: dict[tuple[str, str], tuple[Answer, dict[str, None], dict[str, None], int]] = {}
    for option, answers in found:
        for answer in answers:
            key = (answer.rule.name, answer.reason)
            _, names, drugs, number = lines.get(key, (answer, {}, {}, 0))
            names = names | {_name(option, answer): None}
            drugs = drugs | dict.fromkeys(_spoken_of(option, answer))
            lines[key] = (answer, names, drugs, number + 1)
    return [
        Exclusion(
            EVERYTHING if number == of else ", ".join(names),
            answer.rule.name,
            answer.reason,
            answer.rule.source,
            tuple(drugs),
        )
        for answer, names, drugs, number in lines.values()
    ]


def _name(option: Option, answer: Answer) -> str:
    """Return the drugs of an option that a rule speaks of; else what the option begins with."""
    spoken_of = _spoken_of(option, answer)
    if spoken_of:
        return " and ".join(spoken_of)
    if not option.drugs:
        return "no bone drug" if option is NOTHING else option.words
    first = option.drugs[0].drug
    return f"{first} with nothing after it" if "then nothing" in option.words else first


def _spoken_of(option: Option, answer: Answer) -> list[str]:
    """Return the drugs of an option that a rule speaks of."""
    about = GROUPS.get(answer.rule.about, (answer.rule.about,))
    drugs = dict.fromkeys(course.drug for course in option.drugs)
    return [drug for drug in drugs if drug in about]
