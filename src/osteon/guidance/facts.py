"""What a rule or a guideline can look at: the person, and what she takes at a time.

A fact that nobody has stated is None: the rule that needs it says so. What a history does not
mention is not stated. Breast cancer is known wherever an inhibitor or tamoxifen is taken.

Assumes: a woman of 60 or older whose menopause is not given is past it (the definition of
postmenopause in guidelines of breast cancer); a younger one is not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from osteon.guidance.courses import Course, courses_of, named
from osteon.guidance.denosumab_exit import LATEST, REBOUND, last_doses, unprotected_ends
from osteon.guidance.intake import intake
from osteon.interventions.exercise.activity import activity
from osteon.language.person import POSTMENOPAUSAL_FROM, SITES, History, Person
from osteon.language.strategy import Strategy
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

_LABORATORY = ("egfr", "calcium", "calcidiol", "pth")
_EATEN = ("intake", "added", "supplement")
Value = float | bool | None


@dataclass(frozen=True)
class Situation:
    """A person with a strategy, looked at from the day the plan begins.

    Attributes
    ----------
    person:
        Who.
    usual:
        What she has been doing, courses of before included.
    strategy:
        What is done from `now` on, what is usual beneath it.
    horizon:
        How far to look, days.
    now:
        When the strategy begins, days.
    t_scores:
        T-scores by site where densities were stated instead.
    """

    person: Person
    usual: Strategy
    strategy: Strategy
    horizon: float
    now: float = 0.0
    t_scores: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """Return all courses: those of the strategy, and what was taken before of other drugs."""
        own = courses_of(self.strategy)
        told = {(one.drug, one.begin, one.every) for one in own}
        before = (
            replace(one, end=min(one.end, self.now))
            for one in courses_of(self.usual)
            if one.begin < self.now and (one.drug, one.begin, one.every) not in told
        )
        return (*own, *before)

    @cached_property
    def moments(self) -> tuple[float, ...]:
        """Return the days at which something new can be true: beginnings, last days, days after.

        What follows a course may begin on the day of the horizon or later, and is judged as well.
        """
        found = {self.now}
        for one in self.courses:
            found |= {one.begin, min(one.end, self.horizon) - 1.0}
            if one.end < self.horizon:
                found.add(one.end)
        return tuple(sorted(time for time in found if self.now <= time))

    def at(self, time: float) -> Facts:
        """Return the facts at a time, days."""
        return Facts(self, time)

    @cached_property
    def lasting(self) -> dict[str, Value]:
        """Return the facts that hold at any time."""
        return dict(_lasting(self))


@dataclass(frozen=True)
class Facts:
    """The facts about a situation at one time."""

    situation: Situation
    time: float

    def fact(self, name: str) -> Value:
        """Return a fact; None where it is not stated.

        Raises
        ------
        KeyError
            If there is no fact of this name.
        """
        lasting = self.situation.lasting
        if name in lasting:
            return lasting[name]
        subject, _, what = name.rpartition("_")
        if what in _EATEN:
            return _eaten(self.situation, subject, what)
        if name.startswith("on_"):
            return any(one.on(self.time) for one in self._named(name.removeprefix("on_")))
        if name.startswith("starts_"):
            now = max(self.time, self.situation.now)
            return any(one.begin == now for one in self._named(name.removeprefix("starts_")))
        if name.startswith("takes_"):
            now = self.situation.now
            return any(one.end > now for one in self._named(name.removeprefix("takes_")))
        if what in _COUNTED:
            return _COUNTED[what](self, self._named(subject))
        return _TIMED[name](self)

    def _named(self, group: str) -> tuple[Course, ...]:
        return named(self.situation.courses, group)

    @property
    def premenopausal(self) -> bool:
        """Return whether her ovaries would work if nothing held them down."""
        person = self.situation.person
        if person.sex == "male" or person.menopause_age is not None:
            return False
        ended = any(
            one.at <= self.time and (one.procedure == "oophorectomy" or one.ovarian_failure)
            for one in (*self.situation.strategy.procedures, *self.situation.usual.procedures)
        )
        return not ended and person.age + self.time < POSTMENOPAUSAL_FROM


def _doses(facts: Facts, courses: Iterable[Course]) -> float:
    """Return the doses that have fallen up to now, or do today."""
    return float(sum(one.doses(facts.time) for one in courses))


def _months(facts: Facts, courses: Iterable[Course]) -> float:
    """Return the months of treatment up to now."""
    return sum(one.length(facts.time + 1.0) for one in courses) / DAYS_PER_MONTH


def _dose(facts: Facts, courses: Iterable[Course]) -> float:
    """Return the greatest dose that is being taken, mg; nothing where none is."""
    return max((one.dose for one in courses if one.on(facts.time)), default=0.0)


_COUNTED: Final = {"doses": _doses, "months": _months, "dose": _dose}
_TIMED: Final[dict[str, Callable[[Facts], Value]]] = {
    "premenopausal": lambda facts: facts.premenopausal,
    "age": lambda facts: (facts.situation.person.age + facts.time) / DAYS_PER_YEAR,
}


def _lasting(situation: Situation) -> Iterator[tuple[str, Value]]:
    person, history = situation.person, situation.person.history
    for name in History.model_fields:
        yield name, getattr(history, name) if name in history.model_fields_set else None
    yield "breast_cancer", _breast_cancer(situation)
    smoking = history.smoking if "smoking" in history.model_fields_set else None
    yield "smoking_now", None if smoking is None else smoking == "current"
    for name in _LABORATORY:
        yield name, getattr(person.laboratory, name)
    yield "male", person.sex == "male"
    yield "bmi", _body_mass_index(person)
    scores = {site: getattr(person.t_score, site) for site in SITES} | dict(situation.t_scores)
    known = [score for score in scores.values() if score is not None]
    for site in SITES:
        yield f"t_{site}", scores.get(site)
    yield "t_lowest", min(known) if known else None
    yield "t_measured", bool(known)
    yield "frax_major", _percent(person.frax.major_osteoporotic)
    yield "frax_hip", _percent(person.frax.hip)
    begun = _begun(situation)
    yield "begins_impact_training", bool(begun & {"impact", "run"})
    yield "begins_resistance_training", "resistance" in begun
    unprotected = unprotected_ends(situation.courses, situation.now)
    yield "denosumab_ends_unprotected", bool(unprotected)
    ends = [one.end for one in named(situation.courses, "denosumab")]
    last, now = max(ends, default=-math.inf), situation.now
    yield "denosumab_goes_on", last == math.inf
    ended = last_doses(situation.courses, now)
    yield "denosumab_ends", any(dose + LATEST > now for dose in ended)
    yield "denosumab_ends_at_the_edge", max(now, situation.horizon - REBOUND) < last < math.inf
    inhibitor = max((one.end for one in named(situation.courses, "inhibitor")), default=-math.inf)
    yield "inhibitor_outlasts_denosumab", bool(ends) and last < inhibitor


def _eaten(situation: Situation, nutrient: str, what: str) -> float:
    """Return how much of a nutrient a strategy holds: in all, added to the usual, as supplement."""
    if what == "supplement":
        return float(getattr(situation.strategy.supplements, nutrient, None) or 0.0)
    usual, total = (
        intake(one, nutrient, situation.person.weight)
        for one in (situation.usual, situation.strategy)
    )
    return total if what == "intake" else max(0.0, total - usual)


def _begun(situation: Situation) -> set[str]:
    """Return the categories of activities that are not usual for her."""
    usual = {activity(one.activity).name for one in situation.usual.exercise}
    done = (activity(one.activity) for one in situation.strategy.exercise)
    return {one.category for one in done if one.name not in usual}


def _breast_cancer(situation: Situation) -> bool | None:
    history = situation.person.history
    if named(situation.courses, "inhibitor") or named(situation.courses, "tamoxifen"):
        return True
    return history.breast_cancer if "breast_cancer" in history.model_fields_set else None


def _body_mass_index(person: Person) -> float | None:
    if person.weight is None or person.height is None:
        return None
    return float(person.weight / (person.height / 100.0) ** 2)


def _percent(share: float | None) -> float | None:
    return None if share is None else 100.0 * share
