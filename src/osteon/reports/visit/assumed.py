"""What was assumed: what is stated of the person and taken over, and what is not stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from osteon.language.case import Case
from osteon.language.person import SITES, History, Laboratory, Person
from osteon.people.endpoint import label_of
from osteon.people.ensemble import measured_bmd
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.plotting.style import signed
from osteon.reports.visit.words import listed, printed, sentence
from osteon.strategies.in_words import phrases
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

_MAKERS: Final = {"hologic": "Hologic", "lunar": "GE Lunar"}
_TAKEN_AS_NO: Final = ("previous_fracture", "smoking", "alcohol")
_TAKEN_AS_USUAL: Final = ("parent_hip_fracture", "glucocorticoids", "falls_last_year")


@dataclass(frozen=True)
class Fact:
    """One line of what is stated: its name and the words."""

    name: str
    words: str


@dataclass(frozen=True)
class Assumed:
    """What the forecast rests on.

    Attributes
    ----------
    person:
        The person in one line.
    stated:
        What was stated.
    unstated:
        What was not, and what stands for it, in a sentence; '' if nothing is missing.
    """

    person: str
    stated: tuple[Fact, ...]
    unstated: str


def assumed_of(case: Case) -> Assumed:
    """Return what a forecast of a case rests on."""
    facts = tuple(Fact(name, words) for name, words in _stated(case) if words)
    return Assumed(_person(case.person), facts, _unstated(case.person))


def shown(name: str) -> str:
    """Return the name of a laboratory value or of a part of the history in print."""
    fixed = {"egfr": "eGFR", "calcidiol": "25-OH vitamin D", "calcium": "calcium in serum"}
    return fixed.get(name, label_of(name))


def _person(person: Person) -> str:
    words = person.words()
    parts = [f"{'Man' if person.sex == 'male' else 'Woman'} of {words['age']}"]
    parts += [words[name] for name in ("height", "weight") if name in words]
    if person.menopause_age is not None:
        parts.append(f"menopause at {words['menopause_age']}")
    elif person.sex == "female":
        parts.append("no menopause stated")
    return ", ".join(parts)


def _stated(case: Case) -> Iterator[tuple[str, str]]:
    person = case.person
    yield "DXA", _densities(person)
    laboratory = person.laboratory.words()
    yield "Laboratory", ", ".join(f"{shown(name)} {laboratory[name]}" for name in laboratory)
    yield "History", _history(person.history)
    frax = person.frax.words()
    yield "FRAX, typed in", ", ".join(f"{shown(name)} {share}" for name, share in frax.items())
    yield "As usual", "; ".join(map(printed, phrases(case.usual)))
    yield "Measured since", "; ".join(_visits(case))


def _densities(person: Person) -> str:
    found = [_density(person, Site(site)) for site in SITES]
    measured = [words for words in found if words]
    if not measured:
        return "not measured"
    return f"{', '.join(measured)} ({_MAKERS[person.scanner]})"


def _density(person: Person, site: Site) -> str:
    bmd = measured_bmd(person, site)
    if bmd is None:
        return ""
    stated = getattr(person.t_score, site)
    score = t_score_from_bmd(bmd, site, person.scanner) if stated is None else stated
    density = f" ({bmd:.3f} g/cm²)" if stated is None else ""
    return f"{site.label} T {signed(score, 1)}{density}"


def _history(history: History) -> str:
    stated = history.words()
    if history.last_fracture is not None:
        stated["last_fracture"] = _ago(-history.last_fracture / DAYS_PER_MONTH)
    yes = [name.replace("_", " ") for name, value in stated.items() if value is True]
    no = [name.replace("_", " ") for name, value in stated.items() if value is False]
    parts = [
        sentence(", ".join(yes)) if yes else "",
        sentence(f"no {listed(no, 'or')}") if no else "",
        sentence("; ".join(_habits(stated))) if set(stated) & set(_HABITS) else "",
    ]
    return " ".join(part for part in parts if part)


_HABITS: Final[dict[str, Callable[[Any], str]]] = {
    "smoking": lambda value: f"smoking: {value}",
    "alcohol": lambda value: f"alcohol: {str(value).replace('/day', ' a day')}",
    "last_fracture": lambda value: f"last fracture: {value}",
    "falls_last_year": lambda value: f"falls in the last year: {value}",
}


def _ago(months: float) -> str:
    """Return how long ago, in months, or in years where they are many."""
    if months < 0.5:
        return "this month"
    many, unit = (months, "month") if months < 23.5 else (months / 12, "year")
    count = f"{many:.0f}" if unit == "month" else f"{many:.2g}"
    return f"{count} {unit}{'' if count == '1' else 's'} ago"


def _habits(stated: dict[str, Any]) -> list[str]:
    return [words(stated[name]) for name, words in _HABITS.items() if name in stated]


def _visits(case: Case) -> Iterator[str]:
    for visit in case.measurements:
        words = {
            name: value for name, value in visit.words().items() if name not in ("month", "scanner")
        }
        found = ", ".join(f"{shown(name)} {printed(value)}" for name, value in words.items())
        yield f"month {visit.month:g}: {found}"


def _unstated(person: Person) -> str:
    missing = [name for name in ("height", "weight") if getattr(person, name) is None]
    missing += [
        f"T-score of the {Site(site).label}"
        for site in SITES
        if measured_bmd(person, Site(site)) is None
    ]
    tests = [name for name in Laboratory.model_fields if getattr(person.laboratory, name) is None]
    missing += [shown(name) for name in tests if name in ("calcidiol", "ctx", "pinp", "egfr")]
    told = person.history.model_fields_set
    missing += [name.replace("_", " ") for name in _TAKEN_AS_USUAL if name not in told]
    asked = [name for name in _TAKEN_AS_NO if name not in told]
    parts = []
    if missing:
        parts.append(f"Not stated, and taken as people of this kind have it: {listed(missing)}.")
    if asked:
        words = listed([name.replace("_", " ") for name in asked])
        parts.append(f"Not stated, and taken as no: {words}.")
    return " ".join(parts)
