"""From picks to proposals: simulated on all members, what is dominated dropped, put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from osteon.guidance.courses import courses_of
from osteon.guidance.guideline import disagreement, triggers
from osteon.guidance.safety import version, words_for
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.people.weighted import weighted_quantiles
from osteon.planning.base import Base
from osteon.planning.burden import burden, weights
from osteon.planning.corrected import once_corrected
from osteon.planning.effects import simulated, weighed_in_full
from osteon.planning.objectives import (
    fractures_told,
    grained,
    order,
    t_scores,
    worst_tenth,
)
from osteon.planning.option import NOTHING
from osteon.planning.pareto import front
from osteon.planning.present import DENSITIES, Present
from osteon.planning.progress import Tell, silent
from osteon.planning.proposal import Front, Probability, Proposal
from osteon.planning.space import Space, Whole
from osteon.strategies.in_words import phrases
from osteon.strategies.notes import notes_of
from osteon.strategies.series import Summary
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

Array = NDArray[np.float64]
_SHARES = (0.5, 0.025, 0.975)


def shown(
    space: Space, present: Present, picks: Whole, how: str, seed: int, tell: Tell = silent
) -> Front:
    """Return the front of some picks, none of them dominated, in their order."""
    base, layer = space.base, current_layer()
    proposals: list[Proposal] = []
    if len(picks):
        measures = simulated(space, present, picks, tell)
        values = weighed_in_full(space, present, picks, measures)
        kept = front(grained(values))
        kept = kept[order(values[kept], base.case.person)]
        worst = np.argsort(np.argsort(values[kept, 1], kind="stable"), kind="stable")
        proposals = [
            _proposal(space, present, picks[row], measures[row], place + 1, int(worst[place]) + 1)
            for place, row in enumerate(kept)
        ]
    return Front(
        case=base.case,
        years=(base.horizon - base.now) / DAYS_PER_YEAR,
        begins=base.now / DAYS_PER_MONTH,
        goes_on=_going_on(base),
        proposals=tuple(proposals),
        excluded=space.excluded,
        triggers=triggers(base.situation(base.strategy)),
        notes=tuple(_notes(space, present, proposals)),
        considered=space.size,
        how=how,
        members=len(present.weights),
        seed=seed,
        layer=None if layer is None else layer.name,
        rules_version=version(),
    )


def _going_on(base: Base) -> tuple[str, ...]:
    """Return what goes on, without the courses that are over when the plan begins."""
    lasting = [one for one in courses_of(base.strategy) if one.end > base.now]
    kept = {(one.drug, one.begin) for one in lasting}
    drugs = tuple(one for one in base.strategy.drugs if (one.drug, one.start) in kept)
    return phrases(base.strategy.model_copy(update={"drugs": drugs}))


def _proposal(
    space: Space, present: Present, picks: Whole, measures: Array, rank: int, rank_worst: int
) -> Proposal:
    base, options = space.base, [one for one in space.options(picks) if one is not NOTHING]
    hours, span = weights(base.case.plan.burden), base.horizon - base.now
    scores = t_scores(measures, base.case.person.scanner)
    told = fractures_told(base.case.person)
    return Proposal(
        begins=tuple(one.words for one in options),
        strategy=space.strategy(picks),
        major_osteoporotic=_probability(measures, present.weights, 0) if told else None,
        hip=_probability(measures, present.weights, 1) if told else None,
        t_score={
            name.removeprefix("bmd_"): _summary(scores[:, place], present.weights)
            for place, name in enumerate(DENSITIES)
        },
        burden=sum(burden(one, hours, span) for one in options),
        interventions=sum(one.interventions for one in options),
        rank_expected=rank,
        rank_worst_tenth=rank_worst if told else None,
        answers=space.answers(picks),
    )


def _probability(measures: Array, member_weights: Array, place: int) -> Probability:
    values = 1.0 - np.exp(-np.exp(measures[:, place]))
    middle = _summary(values, member_weights)
    return Probability(
        float(values @ member_weights),
        middle.median,
        float(worst_tenth(values, member_weights)),
        middle.low,
        middle.high,
    )


def _summary(values: Array, member_weights: Array) -> Summary:
    quantiles = weighted_quantiles(values[:, None], member_weights, _SHARES)
    return Summary(*(float(one[0]) for one in quantiles))


def _notes(space: Space, present: Present, proposals: list[Proposal]) -> Iterator[str]:
    """Yield what limits a plan."""
    base = space.base
    if not proposals:
        yield "no strategy is feasible: what is kept, or what is left out, leaves none"
    corrected = once_corrected(space.excluded)
    if corrected is not None:
        yield corrected
    unknown: dict[str, list[str]] = {}
    for proposal in proposals:
        for answer in proposal.not_assessed:
            for fact in answer.missing:
                unknown.setdefault(words_for(fact), []).append(answer.rule.name)
    if unknown:
        asked = (f"{fact} ({', '.join(dict.fromkeys(rules))})" for fact, rules in unknown.items())
        yield f"rules of safety ask for what is not stated: {'; '.join(asked)}"
    differ = disagreement(triggers(base.situation(base.strategy)))
    if differ is not None:
        yield differ
    if not fractures_told(base.case.person):
        yield (
            "fractures are not told in men, whose own rates are at hand for the hip alone: these "
            "strategies are ranked by T-scores, burden and how much is begun, so that what "
            "prevents falls, as balance training, counts for nothing here"
        )
    lived = Plan(base.before, base.strategy)
    for note in notes_of(base.case, {"plan": lived}, current_layer(), present.lived):
        yield re.sub(r"\b(it changes|they change) nothing", r"\1 no simulated number", note)
    yield from present.notes
