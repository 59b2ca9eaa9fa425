"""What to ask at the visit: what rules of safety would have to know, and what they already say.

Each question stands before the reason for it. The gravest come first: what a rule forbids, what it
cannot judge because nobody has stated it, what it asks to be seen to. Then what always matters:
when the next scan would tell something, and how a treatment ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from osteon.guidance.courses import courses_of, named
from osteon.guidance.safety import ANYTHING, PERSON, Answer, Verdict, answers
from osteon.language.yaml_text import own_table
from osteon.planning.base import base_of
from osteon.reports.next_dxa_words import next_dxa_words
from osteon.reports.visit.endings import endings
from osteon.reports.visit.question import Question
from osteon.reports.visit.words import listed, printed
from osteon.strategies.forecast import Forecast

_FILE: Final = Path(__file__).with_suffix(".yaml")
_ORDER: Final = (Verdict.FORBIDDEN, Verdict.NOT_ASSESSED, Verdict.CAUTION)
_BEARING_ON_BONE: Final = (
    "previous_fracture", "vertebral_fracture", "parent_hip_fracture", "glucocorticoids",
    "smoking_now",
)  # fmt: skip
_LEADS: Final = {
    Verdict.FORBIDDEN: "A rule of safety speaks against it: what instead?",
    Verdict.CAUTION: "Has this been seen to?",
}


_SUBJECTS: Final = {PERSON: "This person", ANYTHING: "What is planned"}


def questions_of(forecast: Forecast) -> tuple[Question, ...]:
    """Return what to ask about the strategies of a forecast, the gravest first."""
    of_rules = merged(_of_rules(forecast))
    return (
        *of_rules,
        *_of_the_person(forecast, " ".join(one.asked for one in of_rules)),
        *endings(forecast),
        _of_the_next_scan(forecast),
        _IN_ANY_CASE,
    )


def merged(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return questions of which those alike, about the same, are one with all its reasons."""
    together: dict[tuple[str, str], list[Question]] = {}
    for one in questions:
        together.setdefault((one.about, one.asked), []).append(one)
    return tuple(
        replace(
            found[0],
            why=" ".join(one.why for one in found),
            source="; ".join(one.source for one in found),
        )
        for found in together.values()
    )


@lru_cache(maxsize=1)
def questions_for_facts() -> dict[str, str]:
    """Return how each fact that is not stated is asked for."""
    content: dict[str, str] = own_table(_FILE)
    return content


def answers_of(forecast: Forecast) -> dict[str, tuple[Answer, ...]]:
    """Return what the rules of safety answer, by strategy; what they allow is left out."""
    case = forecast.case
    base = base_of(case, case.horizon)
    found = {}
    for name in case.strategies:
        situation = replace(base.situation(case.treatment_of(name)), horizon=case.horizon)
        held = answers(situation)
        found[name] = tuple(one for one in held if one.verdict is not Verdict.ALLOWED)
    return found


def _of_rules(forecast: Forecast) -> Iterator[Question]:
    """Yield one question for each rule that does not simply allow, with all its strategies."""
    told = answers_of(forecast)
    together: dict[tuple[str, Verdict], list[tuple[str, Answer]]] = {}
    for name, found in told.items():
        for one in found:
            together.setdefault((one.rule.name, one.verdict), []).append((name, one))
    order = sorted(together, key=lambda key: _ORDER.index(key[1]))
    for key in order:
        names, one = [name for name, _ in together[key]], together[key][0][1]
        concerned = [name for name in told if _drugs(one.rule.about, forecast, name)]
        everywhere = len(names) == len(concerned or told)
        yield _question(one, forecast, () if everywhere else tuple(names))


def _question(one: Answer, forecast: Forecast, names: tuple[str, ...]) -> Question:
    rule = one.rule
    where = f" ({listed([f'“{name}”' for name in names])})" if names else ""
    about = f"{_subject(one, forecast)}{where}"
    known = questions_for_facts()
    asked = " ".join(known[fact] for fact in one.missing) or rule.asks or _LEADS[rule.verdict]
    grave = one.verdict is Verdict.FORBIDDEN
    return Question(about, asked, printed(rule.because), f"{rule.name}: {rule.source}", grave)


def _subject(one: Answer, forecast: Forecast) -> str:
    """Return what a rule speaks of, by the drugs that are meant."""
    if one.rule.about in _SUBJECTS:
        return _SUBJECTS[one.rule.about]
    drugs = [
        drug for name in forecast.strategies for drug in _drugs(one.rule.about, forecast, name)
    ]
    words = listed(list(dict.fromkeys(drugs)))
    return words[:1].upper() + words[1:]


def _drugs(about: str, forecast: Forecast, name: str) -> list[str]:
    """Return the drugs of a strategy that belong to a group."""
    courses = courses_of(forecast.case.treatment_of(name))
    return [one.drug for one in named(courses, about)]


def _of_the_person(forecast: Forecast, already: str) -> Iterator[Question]:
    """Yield what bears on bone, is not stated of the person, and is not asked already."""
    person = forecast.case.person
    told = {
        "smoking_now" if name == "smoking" else name for name in person.history.model_fields_set
    }
    wanted = [questions_for_facts()[fact] for fact in _BEARING_ON_BONE if fact not in told]
    asked = [one for one in wanted if one not in already]
    if person.weight is None or person.height is None:
        asked.append(questions_for_facts()["bmi"])
    if asked:
        why = "Nothing is stated of it: the history was taken as no, the rest as usual."
        yield Question("Not stated", " ".join(asked), why)
    if person.sex == "female" and person.menopause_age is None:
        why = "No age at menopause is stated: it is simulated as still to come."
        yield Question("Menopause", "When was the last period?", why)


def _of_the_next_scan(forecast: Forecast) -> Question:
    asked = "When is the next DXA, on the same scanner?"
    first = forecast.strategies[0]
    found = forecast.next_dxa(first)
    if not found:
        why = "No DXA is stated: a first scan says more about this person than any simulation."
        return Question("The next scan", asked, why)
    words = next_dxa_words(found, float(forecast.months[-1])).removeprefix("Next DXA: ")
    return Question("The next scan", asked, f"Under “{first}”: {words}")


_IN_ANY_CASE: Final = Question(
    "In any case",
    "What is eaten of calcium and protein, which training is safe, and what would prevent a fall?",
    "These go with every strategy; what is eaten and trained was taken as stated on page 1.",
)
