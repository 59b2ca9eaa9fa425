"""Rescue: 'when t_score_lumbar_spine < -2.0, give zoledronic acid 4 mg every 6 months'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from osteon.errors import InputError, UnknownNameError
from osteon.language.amounts import T_SCORE
from osteon.language.described import Described
from osteon.language.endpoints import LEVELS, T_SCORE_NAMES
from osteon.language.quantity import Measured
from osteon.language.schedule import DrugSchedule
from osteon.language.wording import Wording, shown

_RELATIONS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "below": "<", "above": ">"}
_CONDITION = re.compile(r"([A-Za-z0-9_ ]+?)\s*(<=|>=|<|>|\bbelow\b|\babove\b)\s*(.+)")
_WATCHED: dict[str, Measured] = {**dict.fromkeys(T_SCORE_NAMES, T_SCORE), **LEVELS}


@dataclass(frozen=True)
class Condition:
    """A comparison of something measured with a limit.

    Parameters
    ----------
    quantity:
        t_score_<site>, or an endpoint that has a level.
    relation:
        One of <, <=, >, >=.
    limit:
        The limit, in the endpoint's unit inside.
    """

    quantity: str
    relation: str
    limit: float

    def holds(self, value: float) -> bool:
        """Return whether a measured value meets the condition."""
        return {
            "<": value < self.limit,
            "<=": value <= self.limit,
            ">": value > self.limit,
            ">=": value >= self.limit,
        }[self.relation]


class Comparison(Wording[Condition]):
    """A condition in words: 't_score_lumbar_spine < -2.0'."""

    @property
    def example(self) -> str:
        """Return a good condition."""
        return "t_score_lumbar_spine < -2.0"

    def read(self, written: Any) -> Condition:
        """Return the condition.

        Raises
        ------
        InputError
            If it does not compare a known quantity with a possible limit.
        """
        text = " ".join(str(written).split())
        found = _CONDITION.fullmatch(text) if len(text) <= 120 else None
        if found is None:
            good = f"write for example '{self.example}'"
            raise InputError(f"'{shown(text)}' is not a comparison; {good}")
        name = found[1].strip().lower()
        if name not in _WATCHED:
            raise UnknownNameError.of("measured quantity", shown(name), _WATCHED)
        return Condition(name, _RELATIONS[found[2]], _WATCHED[name].read(found[3]))

    def write(self, value: Condition) -> str:
        """Return the condition in words."""
        limit = _WATCHED[value.quantity].write(value.limit)
        return f"{value.quantity} {value.relation} {limit}"


class Rule(Described):
    """What is given when a condition is met at a visit.

    Parameters
    ----------
    when:
        The condition.
    give:
        The course of a drug that then begins; its times count from that visit.
    """

    when: Annotated[Condition, Comparison()]
    give: DrugSchedule
