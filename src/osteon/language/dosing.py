"""How much of a drug can be meant: no more at once, and no more a day, than was ever studied.

Milligrams for micrograms, a weekly tablet taken daily: such slips are a thousandfold or sevenfold,
and a simulation would answer them. The drug's own file says how it is usually given and the highest
doses that people were studied on; trials that look for a dose stay within those.
"""

from __future__ import annotations

import re
from functools import lru_cache

from osteon.language.amounts import DOSE
from osteon.language.drugs import DOSAGES_OF, Dosage
from osteon.language.times import Interval

_GIVEN = re.compile(r"(\S+ \S+) (once$|.+)")
_SLACK = 1.1  # four weeks are a month


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
