"""The rules of safety, and what each answers for a person, a strategy and a time.

    allowed        the rule looks at this and has nothing against it
    caution        it may go ahead, with something to be seen to
    forbidden      it may not
    not assessed   what the rule would have to know is not stated

What is not known is dealt with in two ways when a plan is made. Where a test or a question comes
before the first dose anyway and its answer rarely forbids, the treatment is proposed on that
condition. Where harm is grave or cannot be undone, and the label asks for screening first, it is
withheld until the answer is stated: `unknown: withheld`. A few rules speak only of what is stated,
and ask for nothing: `unknown: silent`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from osteon.guidance.condition import Condition
from osteon.guidance.courses import named
from osteon.guidance.facts import Situation
from osteon.guidance.truth import Truth
from osteon.language.yaml_text import own_table

FILE = Path(__file__).with_suffix(".yaml")
PERSON: Final = "person"
ANYTHING: Final = "anything"
_OF_ALL: Final = (PERSON, ANYTHING)


class Verdict(StrEnum):
    """What a rule answers, the gravest last."""

    ALLOWED = "allowed"
    CAUTION = "caution"
    NOT_ASSESSED = "not assessed"
    FORBIDDEN = "forbidden"


_GRAVITY = list(Verdict)


@dataclass(frozen=True)
class SafetyRule:
    """A rule of safety.

    Attributes
    ----------
    name:
        Its name in the table of rules ('ZOL-1').
    about:
        The drug or group of drugs it speaks of, the person, or anything.
    when:
        When it bites.
    verdict:
        caution or forbidden.
    because:
        Why, in one plain sentence.
    source:
        Where it is written, and how that was read.
    withheld:
        Whether the treatment is withheld while what the rule needs is not known.
    on_request:
        Whether a plan may propose it all the same where a person asks for the drug.
    silent:
        Whether it says nothing while what it needs is not known, instead of asking.
    asks:
        What it has one ask at a visit; '' where whether it was seen to.
    """

    name: str
    about: str
    when: Condition
    verdict: Verdict
    because: str
    source: str
    withheld: bool
    on_request: bool
    silent: bool = False
    asks: str = ""


@dataclass(frozen=True)
class Answer:
    """What one rule answers.

    Attributes
    ----------
    rule:
        Which rule.
    verdict:
        What it says.
    time:
        When that first holds, days from month 0.
    missing:
        What would have to be stated for the rule to know.
    """

    rule: SafetyRule
    verdict: Verdict
    time: float
    missing: tuple[str, ...] = ()

    @property
    def excludes(self) -> bool:
        """Return whether a plan cannot hold this: forbidden, or withheld until known."""
        return self.verdict is Verdict.FORBIDDEN or (
            self.verdict is Verdict.NOT_ASSESSED and self.rule.withheld
        )

    @property
    def reason(self) -> str:
        """Return the reason in one sentence."""
        if self.verdict is Verdict.NOT_ASSESSED:
            needed = ", ".join(map(words_for, self.missing))
            return f"Not assessed; state {needed}. {self.rule.because}"
        return self.rule.because


@lru_cache(maxsize=1)
def safety_rules() -> tuple[SafetyRule, ...]:
    """Return the rules of safety, in the order of their file."""
    return tuple(_rule(row) for row in _content()["rules"])


def version() -> str:
    """Return the version of the rules of safety."""
    return str(_content()["version"])


def answers(situation: Situation, rules: Iterable[SafetyRule] | None = None) -> tuple[Answer, ...]:
    """Return what each rule that concerns a situation answers, at the time it is gravest.

    Parameters
    ----------
    rules:
        The rules to ask; None: all.
    """
    found = []
    for rule in safety_rules() if rules is None else rules:
        times = _times(situation, rule.about)
        if times:
            found.append(max((_answer(situation, rule, one) for one in times), key=_gravity))
    return tuple(found)


def answers_at(situation: Situation, time: float) -> tuple[Answer, ...]:
    """Return what each rule that concerns what is done at a time (days) answers then."""
    concerned = (
        rule
        for rule in safety_rules()
        if rule.about in _OF_ALL
        or any(one.on(time) for one in named(situation.courses, rule.about))
    )
    return tuple(_answer(situation, rule, time) for rule in concerned)


def words_for(fact: str) -> str:
    """Return how a person states a fact in a case file."""
    places = _content()["stated_as"]
    return str(places.get(fact, f"history: {fact}"))


def _times(situation: Situation, about: str) -> tuple[float, ...]:
    """Return when a rule is to be asked: while its drug is taken, or on the first and last day."""
    if about == PERSON:
        return (situation.now,)
    if about == ANYTHING:
        return (situation.now, max(situation.now, situation.horizon - 1.0))
    courses = named(situation.courses, about)
    if not courses:
        return ()
    return tuple(
        time for time in situation.moments if any(course.on(time) for course in courses)
    )  # fmt: skip


def _answer(situation: Situation, rule: SafetyRule, time: float) -> Answer:
    held: Truth = rule.when.holds(situation.at(time))
    if held.value is None and not rule.silent:
        return Answer(rule, Verdict.NOT_ASSESSED, time, tuple(sorted(held.missing)))
    return Answer(rule, rule.verdict if held.value else Verdict.ALLOWED, time)


def _gravity(answer: Answer) -> tuple[int, float]:
    return _GRAVITY.index(answer.verdict), -answer.time


@lru_cache(maxsize=1)
def _content() -> dict[str, Any]:
    content: dict[str, Any] = own_table(FILE)
    return content


def _rule(row: dict[str, Any]) -> SafetyRule:
    return SafetyRule(
        row["rule"],
        row["about"],
        Condition(row["when"]),
        Verdict(row["verdict"]),
        row["because"],
        row["source"],
        row.get("unknown") == "withheld",
        bool(row.get("on_request", False)),
        row.get("unknown") == "silent",
        row.get("asks", ""),
    )
