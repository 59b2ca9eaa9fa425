"""Guidelines side by side: what each says of a person, where they differ, and what none was told.

Each stands in a file of its own, paraphrased, with its population, its thresholds and how they were
read. They are evaluated beside one another; nothing is made of them but the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from osteon.guidance.condition import Condition
from osteon.guidance.facts import Facts, Situation, Value
from osteon.guidance.safety import words_for
from osteon.guidance.truth import NO, YES, Truth
from osteon.language.yaml_text import own_table

FOLDER = Path(__file__).parent / "guidelines"
_COUNTED = {"one_risk_factor": 1, "two_risk_factors": 2}


@dataclass(frozen=True)
class Guideline:
    """A guideline.

    Attributes
    ----------
    name, title, year, doi:
        What it is, and where it stands.
    verified_on, read:
        When its thresholds were last seen in print (None: recalled), and where.
    population:
        Whom it speaks of.
    risk_factors:
        What it counts as risk factors.
    treat, says:
        When it speaks for a bone drug, and how that is worded.
    also:
        What else it says to everyone.
    next_dxa:
        After how many months it has BMD measured again, at the earliest and latest; None where
        it says nothing or goes by the T-score.
    """

    name: str
    title: str
    year: int
    doi: str | None
    verified_on: str | None
    read: str
    population: Condition
    risk_factors: tuple[Condition, ...]
    treat: Condition
    says: str
    also: tuple[str, ...]
    next_dxa: tuple[int, int] | None = None


@dataclass(frozen=True)
class Trigger:
    """What one guideline says of a person.

    Attributes
    ----------
    guideline:
        Which.
    applies:
        Whether it speaks of people like her.
    met:
        Whether its threshold for a bone drug is met; None where that is not known.
    missing:
        What would have to be stated, in the words of a case file.
    """

    guideline: Guideline
    applies: bool
    met: bool | None
    missing: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """Return the answer in a few words."""
        if not self.applies:
            return "does not apply here"
        if self.met is None:
            return f"not known; state {', '.join(self.missing)}"
        return "threshold met" if self.met else "threshold not met"


@lru_cache(maxsize=1)
def guidelines() -> tuple[Guideline, ...]:
    """Return all guidelines, the newest first."""
    found = [_read(path) for path in FOLDER.glob("*.yaml")]
    return tuple(sorted(found, key=lambda one: (-one.year, one.name)))


def dxa_intervals() -> dict[tuple[int, int], list[str]]:
    """Return after how many months guidelines have BMD measured again, each with who says so."""
    found: dict[tuple[int, int], list[str]] = {}
    for one in guidelines():
        if one.next_dxa is not None:
            found.setdefault(one.next_dxa, []).append(one.name)
    return found


def triggers(situation: Situation) -> tuple[Trigger, ...]:
    """Return what each guideline says of a person at the beginning of a strategy."""
    return tuple(_trigger(one, situation) for one in guidelines())


def disagreement(found: Iterable[Trigger]) -> str | None:
    """Return in one sentence how guidelines that know differ; None where they agree."""
    known = [one for one in found if one.applies and one.met is not None]
    met = [one.guideline.name for one in known if one.met]
    not_met = [one.guideline.name for one in known if not one.met]
    if not (met and not_met):
        return None
    return (
        f"guidelines differ: the threshold for a bone drug is met by {' and '.join(met)}, "
        f"not by {' and '.join(not_met)}"
    )


@dataclass(frozen=True)
class _Counting:
    """Facts, and how many of the risk factors of a guideline there are."""

    facts: Facts
    risk_factors: tuple[Condition, ...]

    def fact(self, name: str) -> Value | Truth:
        if name not in _COUNTED:
            return self.facts.fact(name)
        held = [one.holds(self.facts) for one in self.risk_factors]
        certain = sum(one.value is True for one in held)
        possible = certain + sum(one.value is None for one in held)
        if certain >= _COUNTED[name]:
            return YES
        if possible < _COUNTED[name]:
            return NO
        return Truth(None, frozenset().union(*(one.missing for one in held)))


def _trigger(guideline: Guideline, situation: Situation) -> Trigger:
    facts = _Counting(situation.at(situation.now), guideline.risk_factors)
    speaks = guideline.population.holds(facts)
    if not speaks.value:
        return Trigger(guideline, False, None)
    met = guideline.treat.holds(facts)
    return Trigger(guideline, True, met.value, tuple(sorted(map(words_for, met.missing))))


def _read(path: Path) -> Guideline:
    words: dict[str, Any] = own_table(path)
    verified = words["verified_on"]
    return Guideline(
        words["guideline"],
        words["title"],
        words["year"],
        words["doi"],
        None if verified is None else str(verified),
        words["read"],
        Condition(words["population"]),
        tuple(map(Condition, words["risk_factors"])),
        Condition(words["treat"]["when"]),
        words["treat"]["says"],
        tuple(words["also"]),
        tuple(words["next_dxa"]) if "next_dxa" in words else None,
    )
