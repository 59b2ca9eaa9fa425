"""When people are seen: at an interval ('every 6 months'), or at points of their own in a list.

Days from month 0. A number is an interval, a tuple a list of points that rise; month 0 may begin
it, where everybody is seen anyway.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any

from osteon.errors import InputError
from osteon.language.times import Interval, Moment
from osteon.language.wording import Wording
from osteon.vocabulary.units import DAYS_PER_YEAR

Days = float | tuple[float, ...]
_GOOD = "write for example 'every 6 months' or [month 3, month 12]"


@dataclass(frozen=True)
class Seeing(Wording[Days]):
    """An interval, or a list of points in time."""

    @property
    def example(self) -> str:
        """Return a good interval."""
        return Interval().example

    def read(self, written: Any) -> Days:
        """Return the days between two visits, or the days of all of them.

        Raises
        ------
        InputError
            If it is neither, or the points of a list do not rise from month 0 on.
        """
        if not isinstance(written, list | tuple):
            return Interval().read(written)
        days = tuple(Moment().read(one) for one in written)
        if not days:
            raise InputError(f"the list names no visit; {_GOOD}")
        if days[0] < 0:
            raise InputError(f"the visit at {written[0]} lies before month 0; leave it out")
        for place, (one, later) in enumerate(pairwise(days)):
            if later <= one:
                raise InputError(
                    f"the visit at {written[place + 1]} does not come after that at "
                    f"{written[place]}; name them in their order"
                )
        return days

    def write(self, value: Days) -> Any:
        """Return the interval, or the list of points."""
        if isinstance(value, tuple):
            return [Moment().write(one) for one in value]
        return Interval().write(value)

    def described(self) -> dict[str, Any]:
        """Return both kinds for an editor."""
        return {"anyOf": [Interval().described(), {"type": "array", "items": Moment().described()}]}


Visits = Annotated[Days, Seeing()]


def days_seen(visits: Days | None, end: float) -> list[float]:
    """Return the days of visits after month 0 and before an end; yearly where none are named."""
    if isinstance(visits, tuple):
        return [day for day in visits if 0 < day < end]
    every = visits or DAYS_PER_YEAR
    return [every * count for count in range(1, math.ceil(end / every))]
