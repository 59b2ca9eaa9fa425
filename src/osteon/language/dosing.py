"""How much of a drug can be meant: no more than was ever studied, and no next to nothing.

Milligrams for micrograms, a weekly tablet taken daily: such slips are a thousandfold or sevenfold,
and a simulation would answer them. The drug's own file says how it is usually given and the highest
doses that people were studied on; trials that look for a dose stay within those, and above a tenth
of what is usual. No dose at all is as good as leaving the drug out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from osteon.language.amounts import DOSE
from osteon.language.drugs import DOSAGES_OF, Dosage
from osteon.language.times import Interval

_GIVEN = re.compile(r"(\S+ \S+) (once$|.+)")
_SLACK = 1.1  # four weeks are a month
_LEAST = 0.1
"""The least share of the usual dose: trials in `osteon.evidence` go down to a fifth."""


def beyond_study(
    drug: str, route: str | None, dose: float, every: float | None
) -> tuple[str, str] | None:
    """Return what of a schedule is beyond all study, 'dose' or 'every', and why in words.

    Parameters
    ----------
    route:
        None where nobody says; then any way of giving the drug may be meant.
    dose, every:
        mg, and days from one dose to the next; None for a single dose.
    """
    meant = [one for one in DOSAGES_OF[drug] if route in (None, one.route) and one.highest]
    if not meant:
        return None
    at_once, a_day = (max(limits) for limits in zip(*map(_limits, meant), strict=True))
    if dose > at_once * (1.0 + 1e-9):
        fault = "dose", "is more at once"
    elif every is not None and dose / every > a_day * _SLACK:
        fault = "every", "is so often that it makes more a day"
    else:
        return None
    usual = " or ".join(one.usual for one in meant)
    highest = "; ".join(f"{one.highest} ({one.highest_from})" for one in meant)
    return fault[0], (
        f"{fault[1]} than {drug} was ever studied at; usual is {usual}, the highest {highest}"
    )


def next_to_nothing(drug: str, route: str | None, dose: float, every: float | None) -> str | None:
    """Return why a dose is too small to be meant; None where it may be, or is none at all.

    Parameters are those of `beyond_study`. What is given again is judged by what it makes a day, so
    that a small dose may be given often, and a usual one seldom.
    """
    meant = [one for one in DOSAGES_OF[drug] if route in (None, one.route) and one.usual]
    if not meant or not dose:
        return None
    at_once, a_day = (min(usual) for usual in zip(*map(_usual, meant), strict=True))
    share = dose / at_once if every is None else dose / every / a_day
    if share >= _LEAST * (1.0 - 1e-9):
        return None
    usual = " or ".join(one.usual for one in meant)
    return (
        f"is {'' if every is None else 'over time '}less than a tenth of what is usual of {drug}, "
        f"{usual}; check the unit (mg, ug) and how often it is given, or leave the drug out"
    )


@lru_cache(maxsize=64)
def _usual(dosage: Dosage) -> tuple[float, float]:
    """Return how much a usual dose (mg) is at once and a day."""
    given = _GIVEN.fullmatch(dosage.usual.replace(" once a ", " every "))
    assert given is not None, dosage.usual
    dose = DOSE.read(given[1])
    return dose, dose / Interval().read(given[2])


@lru_cache(maxsize=64)
def _limits(dosage: Dosage) -> tuple[float, float]:
    """Return the most at once and the most a day (mg) of the highest doses."""
    at_once, a_day = 0.0, 0.0
    for words in dosage.highest.split(", "):
        given = _GIVEN.fullmatch(words)
        assert given is not None, words
        dose = DOSE.read(given[1])
        at_once = max(at_once, dose)
        if given[2] != "once":
            a_day = max(a_day, dose / Interval().read(given[2]))
    return at_once, a_day
