"""How much one question may hold, counted before anything is laid out in memory.

A calendar holds 33 inputs, 264 bytes, for every person and change; those of all strategies or arms
of a question stay below 400 MB. That is room for a dose a day over two years in four strategies of
500 members.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from osteon.errors import InputError
from osteon.language.wording import shown
from osteon.model.library import standard
from osteon.people.changes import changes_of
from osteon.people.plan import Plan

MOST_CHANGES: Final = 20_000
MOST_HELD: Final = 1_500_000
"""Changes times people."""


def check_amount(plans: Iterable[Plan], people: int, horizon: float) -> None:
    """Refuse plans that change too often for so many people.

    Parameters
    ----------
    plans:
        One for each strategy or arm.
    people:
        How many people, or members of one person, are simulated at once.
    horizon:
        The last day that is simulated.

    Raises
    ------
    InputError
        If they do; names what changes most often.
    """
    counts: Counter[str] = Counter()
    for plan in plans:
        counts += changes_of(plan, standard(), horizon)
    most = min(MOST_CHANGES, MOST_HELD // people)
    if counts.total() > most:
        [(name, count)] = counts.most_common(1)
        raise InputError(
            f"{shown(name)}: {count} doses and other changes, of {counts.total()} in all; one "
            f"request for {people} at once may hold {most}; give it less often or not so long, or "
            "ask for fewer members, strategies or arms"
        )
