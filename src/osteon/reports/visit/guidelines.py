"""What guidelines say of the person, side by side; no verdict is made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from osteon.guidance.guideline import Trigger, disagreement, triggers
from osteon.guidance.safety import words_for
from osteon.language.case import Case
from osteon.planning.base import base_of
from osteon.reports.visit.questions import questions_for_facts
from osteon.reports.visit.words import printed, sentence


@dataclass(frozen=True)
class Said:
    """What one guideline says.

    Attributes
    ----------
    guideline:
        Its name.
    met:
        Whether its threshold for a bone drug is met, in words.
    says:
        The threshold.
    source:
        Where it stands.
    """

    guideline: str
    met: str
    says: str
    source: str


@dataclass(frozen=True)
class Guidance:
    """What guidelines say, and in a sentence how they differ ('' where they do not)."""

    said: tuple[Said, ...]
    differ: str


def guidance_of(case: Case) -> Guidance:
    """Return what guidelines that speak of such a person say at month 0, under any strategy."""
    base = base_of(case, case.horizon)
    found: dict[str, Trigger] = {}
    for name in case.strategies:
        situation = replace(base.situation(case.treatment_of(name)), horizon=case.horizon)
        for one in triggers(situation):
            if one.applies:
                found.setdefault(one.guideline.name, one)
    differ = disagreement(found.values())
    return Guidance(tuple(map(_said, found.values())), sentence(differ) if differ else "")


def _said(one: Trigger) -> Said:
    guideline = one.guideline
    asked = {words_for(fact): question for fact, question in questions_for_facts().items()}
    met = "met" if one.met else "not met"
    if one.met is None:
        met = f"not known. {' '.join(asked[words] for words in one.missing)}"
    source = f"{guideline.title} ({guideline.year})"
    if guideline.doi:
        source += f", doi:{guideline.doi}"
    return Said(guideline.name, met, printed(guideline.says), f"{source}; {guideline.read}")
