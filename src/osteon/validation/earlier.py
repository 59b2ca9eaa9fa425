"""Earlier models' answers, found for the rows of trials whoever wrote them down.

A row and an entry of the table are the same number if endpoint, time passed and observed value
agree, and if either the trials' names are akin or their citations share a first author and year,
or a doi. Of several the closest in name, month and arm is taken, and each entry once. An entry
that is a rate a year is first multiplied by the years that the row spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from osteon.evidence.earlier_models import EarlierAnswer
from osteon.language.observation import Observation
from osteon.language.trial import Trial

_NEAR_MONTH = 0.6
_NEAR_VALUE = 0.011
_MONTHS_PER_YEAR = 12.0
_AUTHOR_AND_YEAR = re.compile(r"([^\W\d_]{3,})(?: et al\.?)?,? \(?((?:19|20)\d\d)")
_DOI = re.compile(r"10\.\d{4,}/[^\s;,]+")


def join(
    rows: Sequence[tuple[Trial, Observation]], table: Sequence[EarlierAnswer]
) -> dict[int, dict[str, float]]:
    """Return the answers of the table for each row that has some, by the row's place."""
    likely = [
        (score, place, number)
        for place, (trial, one) in enumerate(rows)
        for number, entry in enumerate(table)
        if (score := _likeness(trial, one, entry)) > 0
    ]
    found: dict[int, dict[str, float]] = {}
    taken: set[int] = set()
    for _, place, number in sorted(likely, key=lambda one: (-one[0], one[1], one[2])):
        if place not in found and number not in taken:
            entry, times = table[number], _times(rows[place][1], table[number])
            found[place] = {model: times * value for model, value in entry.answers.items()}
            taken.add(number)
    return found


def _likeness(trial: Trial, one: Observation, entry: EarlierAnswer) -> float:
    """Return how alike a row and an entry are; zero if they cannot be the same number."""
    if one.endpoint != entry.endpoint or one.kind not in ("change", "difference"):
        return 0.0
    apart = abs(one.month - one.since_month - (entry.month - entry.since))
    times = _times(one, entry)
    if apart > _NEAR_MONTH and not entry.a_year:
        return 0.0
    if abs(one.value - times * entry.observed) > _NEAR_VALUE * max(times, 1.0):
        return 0.0
    kin = _kinship(trial.trial, entry.trial) + 2.0 * _cited(trial.citation or "", entry.citation)
    if kin == 0.0:
        return 0.0
    month = float(abs(one.month - entry.month) < _NEAR_MONTH)
    arm = f"{one.arm} {one.versus or ''}".lower()
    return kin + month + SequenceMatcher(None, arm, entry.arm.lower()).ratio()


def _times(one: Observation, entry: EarlierAnswer) -> float:
    """Return by what an entry's numbers are multiplied to be those of a row."""
    return (one.month - one.since_month) / _MONTHS_PER_YEAR if entry.a_year else 1.0


def _kinship(name: str, other: str) -> float:
    """Return 3 for the same name but for its punctuation, 2 if one begins the other, 1, or 0."""
    first, second = (re.sub(r"[^a-z0-9]+", " ", one.lower()).split() for one in (name, other))
    if not first or not second:
        return 0.0
    whole, rest = "".join(first), "".join(second)
    if whole == rest:
        return 3.0
    if min(len(whole), len(rest)) >= 4 and (whole.startswith(rest) or rest.startswith(whole)):
        return 2.0
    return float(first[0] == second[0] and len(first[0]) >= 4)


def _cited(citation: str, other: str) -> bool:
    """Return whether two citations share a doi, or a first author and year."""
    dois = [{doi.lower().rstrip(".") for doi in _DOI.findall(text)} for text in (citation, other)]
    authors = [
        {(name.lower(), year) for name, year in _AUTHOR_AND_YEAR.findall(text)}
        for text in (citation, other)
    ]
    return bool(dois[0] & dois[1] or authors[0] & authors[1])
