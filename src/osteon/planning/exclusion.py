"""What a plan cannot hold, with the rule that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from osteon.guidance.courses import GROUPS
from osteon.guidance.safety import Answer
from osteon.planning.base import Base
from osteon.planning.option import NOTHING, Option


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


def excludes(base: Base, answer: Answer) -> bool:
    """Return whether an answer keeps something out of the plans of a case.

    A rule that leaves a treatment to specialists yields where the case asks for the drug.
    """
    if answer.rule.on_request and base.case.plan.consider:
        drugs = GROUPS.get(answer.rule.about, (answer.rule.about,))
        if any(drug in drugs for drug in base.case.plan.consider):
            return False
    return answer.excludes


def told(found: Sequence[tuple[Option, Iterable[Answer]]], partly: bool = False) -> list[Exclusion]:
    """Return what was excluded, options of the same drugs and the same rule told once.

    Parameters
    ----------
    found:
        Options with the answers that exclude them.
    partly:
        Whether they are excluded only beside some others.
    """
    lines: dict[tuple[str, str], Exclusion] = {}
    named: dict[tuple[str, str], list[str]] = {}
    for option, answers in found:
        for answer in answers:
            key = (answer.rule.name, answer.reason)
            named.setdefault(key, []).append(_name(option, answer))
            lines[key] = Exclusion("", answer.rule.name, answer.reason, answer.rule.source)
    return [
        Exclusion(
            ", ".join(dict.fromkeys(named[key])) + (", in some combinations" if partly else ""),
            line.rule,
            line.reason,
            line.source,
        )
        for key, line in lines.items()
    ]


def _name(option: Option, answer: Answer) -> str:
    """Return the drugs of an option that a rule speaks of; else what the option is."""
    about = GROUPS.get(answer.rule.about, (answer.rule.about,))
    drugs = list(dict.fromkeys(course.drug for course in option.drugs))
    spoken_of = [drug for drug in drugs if drug in about]
    if spoken_of:
        return " and ".join(spoken_of)
    if not drugs:
        return "no bone drug" if option is NOTHING else option.words
    return f"{drugs[0]}, then {' and '.join(drugs[1:]) or 'nothing'}"
