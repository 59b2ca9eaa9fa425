"""What is asked: a case as a case file has it, and how closely to look."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from osteon.errors import InputError, UnknownNameError
from osteon.language import Case
from osteon.language.faults import gathered
from osteon.people.plan import Plan
from osteon.web.amount import check_amount

MOST_STRATEGIES = 6
MOST_MEMBERS = 500
MOST_PEOPLE = 5_000


class Asked(BaseModel):
    """A case and how it is simulated.

    Attributes
    ----------
    case:
        The content of a case file; `GET /api/schema` says what it may hold.
    members:
        How many possible versions of the person to simulate.
    seed:
        Draws them; the same seed, the same members.
    followed:
        The strategy under which the measurements were made; its first if not said.
    """

    model_config = ConfigDict(extra="forbid")

    case: dict[str, JsonValue]
    members: int = Field(default=200, ge=2, le=MOST_MEMBERS)
    seed: int = Field(default=1, ge=0, le=2**31 - 1)
    followed: str | None = None

    def described(self) -> Case:
        """Return the case.

        Raises
        ------
        InputError
            If it cannot be used; in the words of the command line.
        """
        return case_from(self.case, self.members)


def case_from(written: dict[str, Any], members: int = 1, beyond: float = 0.0) -> Case:
    """Return the case that a document describes.

    Parameters
    ----------
    members:
        How many possible versions of the person are simulated.
    beyond:
        How many days after the last measurement are looked at, where that is later than the
        horizon.

    Raises
    ------
    InputError
        If it cannot be used, or holds more strategies or doses than one request may.
    """
    try:
        case = Case.model_validate(written)
    except ValidationError as fault:
        raise gathered(fault) from None
    if len(case.strategies) > MOST_STRATEGIES:
        raise InputError(f"strategies: at most {MOST_STRATEGIES} are compared at once")
    plans = [Plan(case.usual, case.treatment_of(name)) for name in case.strategies]
    last = max([0.0, *(visit.time for visit in case.measurements)]) + beyond
    check_amount(plans, members, max(case.horizon, last))
    return case


def strategy_in(case: Case, name: str | None) -> str:
    """Return the strategy that is asked for: the first of the case if none is said.

    Raises
    ------
    UnknownNameError
        If the case has no such strategy; names the nearest.
    """
    if name is None:
        return next(iter(case.strategies))
    if name not in case.strategies:
        raise UnknownNameError.of("strategy", name, case.strategies)
    return name
