"""A course of a drug in one sentence: 'risedronate 35 mg weekly for 3 years'.

    <drug> <dose> <how often> [<route>] [for <time>] [from <point>] [until <point>]
    <drug> <dose> once [at <point>]

The sentence is turned into the same words that a schedule takes one by one; what cannot be
understood is pointed at.
"""

from __future__ import annotations

import re

from osteon.errors import InputError
from osteon.language.amounts import SPAN
from osteon.language.drugs import ROUTES
from osteon.language.quantity import NUMBER
from osteon.language.times import POINT, Interval, Moment
from osteon.language.wording import shown

GOOD = "write for example 'risedronate 35 mg weekly for 3 years'"

_TIME = rf"{NUMBER}\s*[a-z]+"
_DOSE = re.compile(rf"(?P<drug>[^0-9+.-]*?)\s*(?P<dose>{NUMBER}\s*[A-Za-zµμ]+)\s*(?P<rest>.*)")
_HOW_OFTEN = re.compile(
    rf"(?:(?:once )?every (?:{_TIME}|day|week|month|year|other day)"
    r"|(?:once |twice )?(?:daily|weekly|monthly|yearly)"
    r"|(?:once|twice|[1-9][0-9]?(?: times)?) (?:per|a|each) (?:day|week|month|year)"
    r"|once)(?= |$)"
)
_ROUTE = re.compile(rf"(?:{'|'.join(ROUTES)})(?= |$)")
_CLAUSES = {
    "for": re.compile(rf"for ({_TIME})(?= |$)"),
    "from": re.compile(rf"from ({POINT})(?= |$)"),
    "until": re.compile(rf"until ({POINT})(?= |$)"),
    "at": re.compile(rf"at ({POINT})(?= |$)"),
}


def read(sentence: str) -> dict[str, str]:
    """Return the words of a schedule (drug, dose, route, every, from, until, once).

    Raises
    ------
    InputError
        If a part is missing or not understood; the message points at it.
    """
    text = " ".join(sentence.replace("\N{MINUS SIGN}", "-").split())
    found = _DOSE.fullmatch(text) if len(text) <= 200 else None
    if found is None or not found["drug"]:
        raise InputError(f"'{shown(text)}' does not name a drug and then its dose; {GOOD}")
    words = {"drug": found["drug"], "dose": found["dose"]}
    rest = found["rest"].lower()
    often = _HOW_OFTEN.match(rest)
    if often is None:
        after = f"'{shown(rest)}' after the dose does not say" if rest else "it is not said"
        raise InputError(f"in '{shown(text)}', {after} how often; {GOOD}")
    rest = rest[often.end() :].strip()
    route = _ROUTE.match(rest)
    if route is not None:
        words["route"] = route[0]
        rest = rest[route.end() :].strip()
    clauses = _clauses(rest, text)
    if often[0] == "once":
        return words | _once(clauses, text)
    if "at" in clauses:
        raise InputError(f"in '{shown(text)}', 'at' belongs to 'once'; write 'from' instead")
    Interval().read(often[0])
    return words | {"every": often[0]} | _limits(clauses, text)


def _clauses(rest: str, text: str) -> dict[str, str]:
    """Return what follows 'for', 'from', 'until' and 'at', in whatever order they come."""
    clauses: dict[str, str] = {}
    while rest:
        word = rest.split(" ", 1)[0]
        found = _CLAUSES[word].match(rest) if word in _CLAUSES else None
        if found is None:
            raise InputError(f"in '{shown(text)}', '{shown(rest)}' is not understood; {GOOD}")
        if word in clauses:
            raise InputError(f"in '{shown(text)}', '{word}' is said twice; {GOOD}")
        clauses[word] = found[1]
        rest = rest[found.end() :].strip()
    return clauses


def _once(clauses: dict[str, str], text: str) -> dict[str, str]:
    extra = sorted(set(clauses) - {"at"})
    if extra:
        raise InputError(
            f"in '{shown(text)}', '{extra[0]}' does not go with 'once'; write 'once at month 0'"
        )
    return {"once": clauses.get("at", "month 0")}


def _limits(clauses: dict[str, str], text: str) -> dict[str, str]:
    words = {name: when for name, when in clauses.items() if name in ("from", "until")}
    if "for" in clauses:
        if "until" in clauses:
            raise InputError(f"in '{shown(text)}', 'for' and 'until' both give the end; keep one")
        end = Moment().read(clauses.get("from", "month 0")) + SPAN.read(clauses["for"])
        words["until"] = f"day {end!r}"
    return words
