"""What goes on whatever the plan is, and when the plan begins.

A plan begins now: at month 0, or at the last visit that the case holds. Until then she has done
what the first strategy of the case says. From then on go on:

    what is usual                   diet, exercise, drugs
    drugs that are not for bone     of the first strategy: an inhibitor, tamoxifen, suppression
    what the case keeps             `plan: keep`

A bone drug that she takes ends where the plan begins, unless an option takes it up again or the
case keeps it: whether it goes on is what a plan is about.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from osteon.guidance.courses import GROUPS, Course, courses_of, named
from osteon.guidance.denosumab_exit import DUE, LATEST
from osteon.guidance.facts import Situation
from osteon.language.case import Case
from osteon.language.person import SITES
from osteon.language.schedule import DrugSchedule
from osteon.language.strategy import Strategy
from osteon.people.ensemble import measured_bmd
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.vocabulary.site import Site

BONE_DRUGS: Final = (*GROUPS["antiresorptive"], *GROUPS["anabolic"], "raloxifene")


@dataclass(frozen=True)
class Base:
    """What stands before any option is chosen.

    Attributes
    ----------
    case:
        The case.
    now, horizon:
        When the plan begins and how far it looks, days from month 0.
    before:
        What has been done until now, of before month 0 too.
    strategy:
        What goes on from now.
    t_scores:
        T-scores that follow from stated densities.
    """

    case: Case
    now: float
    horizon: float
    before: Strategy
    strategy: Strategy
    t_scores: Mapping[str, float]

    @property
    def keeps_bone_drug(self) -> bool:
        """Return whether the case keeps a bone drug: then no other is proposed beside it."""
        return any(course.drug in BONE_DRUGS for course in self.case.plan.keep)

    def situation(self, strategy: Strategy) -> Situation:
        """Return what the rules look at when a strategy is carried out."""
        return Situation(
            self.case.person, self.before, strategy, self.horizon, self.now, self.t_scores
        )

    def ready(self, drug: str, every: float) -> float:
        """Return the first day on which a course may begin: when the next dose is due.

        Anything waits for six months after the last injection of denosumab, while it still acts.
        """
        past = (*courses_of(self.before), *courses_of(self.strategy))
        due = [
            one.begin + (one.doses(self.now - 1.0) - 1) * one.every + every
            for one in named(past, drug)
            if one.doses(self.now - 1.0)
        ]
        last = last_denosumab(past, self.now)
        if last + LATEST > self.now:
            due.append(last + DUE)
        return max([self.now, *due])


def base_of(case: Case, horizon: float) -> Base:
    """Return what goes on in a case, looked at over a horizon (days from now)."""
    now = max((visit.time for visit in case.measurements), default=0.0)
    followed = case.treatment_of(next(iter(case.strategies)))
    before = followed if now > 0.0 else case.usual
    strategy = before.model_copy(
        update={
            "drugs": (*_cut(followed.drugs, now), *case.plan.keep),
            "procedures": followed.procedures,
            "rules": (),
            "visits": None,
        }
    )
    return Base(case, now, now + horizon, before, strategy, stated_t_scores(case))


def last_denosumab(courses: Iterable[Course], now: float) -> float:
    """Return the day of the last injection of denosumab before now; minus infinity if none."""
    return max(
        (
            one.begin + (one.doses(now - 1.0) - 1) * one.every
            for one in named(courses, "denosumab")
            if one.doses(now - 1.0)
        ),
        default=-math.inf,
    )


def _cut(courses: Iterable[DrugSchedule], now: float) -> Iterable[DrugSchedule]:
    """Yield the courses that go on, and of bone drugs what lies before now."""
    for course in courses:
        if course.drug not in BONE_DRUGS:
            yield course
        elif course.start < now:
            over = course.once is not None or (course.until is not None and course.until <= now)
            yield course if over else course.model_copy(update={"until": now})


def situation_of(case: Case, strategy: str) -> Situation:
    """Return a strategy of a case as rules of safety look at it."""
    treatment = case.treatment_of(strategy)
    scores = stated_t_scores(case)
    return Situation(case.person, case.usual, treatment, case.horizon, t_scores=scores)


def stated_t_scores(case: Case) -> dict[str, float]:
    """Return the T-scores of the sites whose density was stated."""
    person = case.person
    return {
        site: t_score_from_bmd(bmd, Site(site), person.scanner)
        for site in SITES
        if getattr(person.bmd, site) is not None
        and (bmd := measured_bmd(person, Site(site))) is not None
    }
