"""From what was found in a patient to a case file that a person can go on writing.

Month 0 is the day that is asked for, or the last day on which anything was found. The latest value
of each kind up to that day, at most two years old, tells of the person; what was found later is a
measurement. Left and right of one day are averaged. Nothing is invented: a case without the age at
menopause of an older woman is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import mean
from typing import Any

import yaml

from osteon.errors import InputError
from osteon.interchange.clinic.before import course_words, history_words
from osteon.interchange.clinic.finding import Finding
from osteon.interchange.clinic.record import Record
from osteon.language.case import Case
from osteon.language.person import NOT_YET, POSTMENOPAUSAL_FROM
from osteon.vocabulary.units import DAYS_PER_YEAR

_OLDEST = 730
_MENOPAUSE_UNSAID = 50.0
_HEAD = """\
# Read from {sources}; month 0 is {start}.
# Below 'strategies' stands what might be done; add drugs, diet and exercise there.
"""


def merged(records: Sequence[Record]) -> Record:
    """Return several records of one patient as one.

    Raises
    ------
    InputError
        If they are of different people.
    """
    first, *others = records
    for other in others:
        if (other.birth, other.sex) != (first.birth, first.sex):
            raise InputError(
                "these files are of different patients: birth date or sex differ; read one patient "
                "at a time"
            )
    return Record(
        first.birth,
        first.sex,
        tuple(finding for record in records for finding in record.findings),
        tuple(note for record in records for note in record.notes),
        tuple(course for record in records for course in record.courses),
        tuple(one for record in records for one in record.history),
    )


def case_text(
    record: Record,
    sources: Iterable[str],
    start: date | None = None,
    menopause_age: str | None = None,
    scanner: str = "hologic",
) -> tuple[str, tuple[str, ...]]:
    """Return the text of a case file, and what was passed over, in sentences.

    Parameters
    ----------
    start:
        The day of month 0; None: the last day on which anything was found.
    menopause_age:
        '50 years', or 'not yet'; no bundle or table says it.

    Raises
    ------
    InputError
        If nothing was found, or the person is not a possible one.
    """
    if not (record.findings or record.courses or record.history):
        raise InputError(
            "there is nothing to read: no DXA or laboratory value, drug or disease that osteon "
            "knows"
        )
    if start is None and not record.findings:
        raise InputError("nothing was measured, so nothing says when month 0 is; add --start DATE")
    start = start or max(finding.day for finding in record.findings)
    age = (start - record.birth).days / DAYS_PER_YEAR
    past = record.sex == "female" and age >= POSTMENOPAUSAL_FROM / DAYS_PER_YEAR
    if record.sex == "female" and menopause_age is None and age >= _MENOPAUSE_UNSAID:
        raise InputError(
            f"she is {age:.0f}, and nothing says when menopause was; add --menopause-age '50 "
            f"years'{'' if past else ', or ' + repr(NOT_YET)}"
        )
    if past and menopause_age == NOT_YET:
        raise InputError(f"she is {age:.0f}, so menopause has come; say at what age, as '50 years'")
    notes = list(record.notes)
    before = [one for one in record.findings if one.day <= start]
    person: dict[str, Any] = {"age": f"{round(age, 2):g} years", "sex": record.sex}
    if menopause_age not in (None, NOT_YET):
        person["menopause_age"] = menopause_age
    person |= _person(_latest(before, start, notes), scanner)
    history = history_words(record, start, notes)
    if history:
        person["history"] = history
    words: dict[str, Any] = {"start": start, "person": person}
    courses = course_words(record, start, notes)
    if courses:
        words["usual"] = {"drugs": courses}
    words |= {"strategies": {"as now": {}}, "horizon": "10 years"}
    later = _measurements([one for one in record.findings if one.day > start], notes)
    if later:
        words["measurements"] = later
    head = _HEAD.format(sources=", ".join(sources), start=start)
    text = head + "\n" + yaml.safe_dump(words, sort_keys=False, allow_unicode=True, width=100)
    Case.parse(text)
    return text, tuple(notes)


def _latest(findings: list[Finding], start: date, notes: list[str]) -> list[Finding]:
    """Return the last finding of each kind; those of one day as one."""
    kept: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        same = kept.setdefault((one.kind, one.name), [])
        if same and one.day > same[0].day:
            same.clear()
        if not same or one.day == same[0].day:
            same.append(one)
    earlier = len(findings) - sum(map(len, kept.values()))
    if earlier:
        notes.append(
            f"only the last values up to {start} were taken, and {earlier} earlier left out; with "
            "an earlier month 0 (--start) what came after it is a measurement"
        )
    latest = []
    for (_, name), same in kept.items():
        if (start - same[0].day).days > _OLDEST:
            notes.append(f"{name} of {same[0].day} is older than two years and was left out")
        else:
            latest.append(_averaged(same))
    return latest


def _averaged(same: list[Finding]) -> Finding:
    first = same[0]
    value = mean(one.value for one in same)
    return Finding(first.kind, first.name, value, first.day, first.place)


def _person(findings: list[Finding], scanner: str) -> dict[str, Any]:
    words: dict[str, Any] = {}
    densities = {one.name for one in findings if one.kind == "bmd"}
    for one in findings:
        if one.kind == "body":
            words[one.name] = one.words
        elif one.kind != "t_score" or one.name not in densities:
            words.setdefault(one.kind, {})[one.name] = one.words
    if "bmd" in words or "t_score" in words:
        words["scanner"] = scanner
    return words


def _measurements(findings: list[Finding], notes: list[str]) -> list[dict[str, Any]]:
    visits: dict[date, dict[tuple[str, str], list[Finding]]] = {}
    for one in findings:
        if one.kind in ("bmd", "laboratory"):
            visits.setdefault(one.day, {}).setdefault((one.kind, one.name), []).append(one)
        else:
            notes.append(f"{one.kind} {one.name} of {one.day} came after month 0 and was left out")
    return [
        {"month": day}
        | {
            (f"bmd_{name}" if kind == "bmd" else name): _averaged(same).words
            for (kind, name), same in visits[day].items()
        }
        for day in sorted(visits)
    ]
