"""The possible versions of a person, kept for the next question about the same person.

Meeting what was measured in her takes half the time of a forecast, and does not depend on what she
might do: whoever moves a strategy asks again with the same person.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache

from osteon.language.case import Case
from osteon.language.person import Person
from osteon.language.strategy import Strategy
from osteon.model.library import standard
from osteon.people.cohort import Cohort
from osteon.people.ensemble import ensemble_of
from osteon.people.layer import current_layer

_KEPT = 8


@dataclass(frozen=True)
class _Asked:
    """A person and what is usual, alike if all that was said of them is alike."""

    words: str
    person: Person = field(compare=False)
    usual: Strategy = field(compare=False)


def members_of(case: Case, size: int, seed: int) -> Cohort:
    """Return `size` possible versions of the person of a case; the same as `ensemble_of`."""
    words = json.dumps([case.person.words(), case.usual.words()], sort_keys=True)
    return _members(_Asked(words, case.person, case.usual), size, seed)


@lru_cache(maxsize=_KEPT)
def _members(asked: _Asked, size: int, seed: int) -> Cohort:
    return ensemble_of(standard(), current_layer(), asked.person, asked.usual, size, seed)
