"""What a plan comes to: the strategies on the front, what was left out, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osteon.guidance.guideline import Trigger
from osteon.guidance.safety import Answer, Verdict
from osteon.language.case import Case
from osteon.language.strategy import Strategy
from osteon.planning.exclusion import Exclusion
from osteon.strategies.series import Summary


@dataclass(frozen=True)
class Probability:
    """The probability of a fracture by the horizon, 0 to 1.

    Attributes
    ----------
    expected, median:
        Mean and middle of all members.
    worst_tenth:
        The mean of the tenth of the members with the most.
    low, high:
        The central 95 %.
    """

    expected: float
    median: float
    worst_tenth: float
    low: float
    high: float


@dataclass(frozen=True)
class Proposal:
    """One strategy on the front.

    Attributes
    ----------
    begins:
        What it begins, a phrase each; empty where nothing is begun.
    strategy:
        Everything that is done, what goes on anyway included.
    major_osteoporotic, hip:
        Probabilities of fracture by the horizon; None in men.
    t_score:
        T-scores at the horizon, by site.
    burden:
        Hours a year.
    interventions:
        How many things are begun.
    rank_expected, rank_worst_tenth:
        Its place among the proposals by the expected fracture probability, and by the worst tenth;
        in men by T-scores, and None.
    answers:
        What the rules of safety answer to it; none of them excludes it.
    """

    begins: tuple[str, ...]
    strategy: Strategy
    major_osteoporotic: Probability | None
    hip: Probability | None
    t_score: dict[str, Summary]
    burden: float
    interventions: int
    rank_expected: int
    rank_worst_tenth: int | None
    answers: tuple[Answer, ...]

    @property
    def cautions(self) -> tuple[Answer, ...]:
        """Return what is to be seen to."""
        return tuple(one for one in self.answers if one.verdict is Verdict.CAUTION)

    @property
    def not_assessed(self) -> tuple[Answer, ...]:
        """Return the rules that would have to know more."""
        return tuple(one for one in self.answers if one.verdict is Verdict.NOT_ASSESSED)


@dataclass(frozen=True)
class Front:
    """The best feasible strategies of a case: none of them beats another in everything.

    Attributes
    ----------
    case:
        The person, and what the plan must respect.
    years:
        How far it looks, from when it begins.
    begins:
        The month in which it begins.
    goes_on:
        What goes on whatever is chosen, a phrase each.
    proposals:
        The strategies, the lowest expected fracture probability first; in men the highest T-scores.
    excluded:
        What no strategy may hold, with its rule.
    triggers:
        What guidelines say, each for itself.
    notes:
        What limits all this, in sentences.
    considered, how:
        How many strategies there were, and how they were searched.
    members, seed:
        How many possible versions of the person stand behind each number, and what drew them.
    layer, rules_version:
        The fitted parameters, and the version of the rules of safety.
    """

    case: Case
    years: float
    begins: float
    goes_on: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    excluded: tuple[Exclusion, ...]
    triggers: tuple[Trigger, ...]
    notes: tuple[str, ...]
    considered: int
    how: str
    members: int
    seed: int
    layer: str | None
    rules_version: str

    def __iter__(self) -> Iterator[Proposal]:
        return iter(self.proposals)

    def __len__(self) -> int:
        return len(self.proposals)

    def __repr__(self) -> str:
        return f"<Front of {len(self)} strategies over {self.years:g} years>"
