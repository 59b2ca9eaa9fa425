"""`/api/plan`: the best feasible strategies of a case, as a job."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from osteon.vocabulary.units import DAYS_PER_YEAR
from osteon.web.asked import MOST_MEMBERS, case_from
from osteon.web.jobs.job import JobState
from osteon.web.jobs.tasks import weigh
from osteon.web.own import OwnBoard, OwnDesk
from osteon.web.problems import responses

router = APIRouter(tags=["plan"])
KIND = "plan"
MOST_YEARS = 10


class PlanAsked(BaseModel):
    """A case, how far to look, and how closely.

    Attributes
    ----------
    case:
        The content of a case file, with its wishes under `plan`.
    years:
        How far to look; else what the case says, or five.
    most:
        How many strategies to show at most.
    """

    model_config = ConfigDict(extra="forbid")

    case: dict[str, JsonValue]
    years: float | None = Field(default=None, ge=1, le=MOST_YEARS)
    most: int = Field(default=12, ge=2, le=50)
    members: int = Field(default=200, ge=2, le=MOST_MEMBERS)
    seed: int = Field(default=1, ge=0, le=2**31 - 1)


class Spread(BaseModel):
    """The middle and the central 95 % of all members."""

    median: float
    low: float
    high: float


class Fracture(Spread):
    """The probability of a fracture until the horizon, percent.

    `expected` is the mean over all members, `worst_tenth` that over the tenth with the most.
    """

    expected: float
    worst_tenth: float
    unit: str


class Amount(BaseModel):
    """A number with its unit."""

    value: float
    unit: str


class Ruled(BaseModel):
    """What a rule of safety says, and where it stands."""

    rule: str
    reason: str
    source: str


class LeftOut(BaseModel):
    """What no strategy may hold, and why; `rule` is None where the case asks for it."""

    what: str
    rule: str | None
    reason: str
    source: str


class Proposed(BaseModel):
    """One strategy on the front: what it begins, what it comes to, and what is to be seen to.

    In men no fracture is told: both are None, as is the rank by the worst tenth.
    """

    begins: list[str]
    strategy: dict[str, Any]
    fracture_major_osteoporotic: Fracture | None
    fracture_hip: Fracture | None
    t_score: dict[str, Spread]
    burden: Amount
    interventions: int
    rank_expected: int
    rank_worst_tenth: int | None
    cautions: list[Ruled]
    not_assessed: list[Ruled]


class Told(BaseModel):
    """What one guideline says; `threshold_met` is None where that is not known."""

    guideline: str
    title: str
    doi: str | None
    verified_on: str | None
    read: str
    applies: bool
    threshold_met: bool | None
    missing: list[str]
    says: str
    also: list[str]


class MadeWith(BaseModel):
    """What a plan was made with."""

    version: str
    layer: str | None
    safety_rules: str
    seed: int
    members: int


class Planned(BaseModel):
    """The best feasible strategies: none of them beats another in everything."""

    years: float
    begins_month: float
    goes_on: list[str]
    strategies: list[Proposed]
    excluded: list[LeftOut]
    guidelines: list[Told]
    notes: list[str]
    considered: int
    how: str
    provenance: MadeWith


@router.post("/plan", status_code=202, responses=responses(429))
async def plan_begun(asked: PlanAsked, desk: OwnDesk, board: OwnBoard) -> JobState:
    """Begin a plan; `GET /api/jobs/{job}` says how far it is."""
    beyond = (asked.years or MOST_YEARS) * DAYS_PER_YEAR
    await desk.do(lambda: case_from(asked.case, asked.members, beyond))
    return board.start(KIND, weigh, asked.model_dump())


@router.get("/plan/{job}", responses=responses(404, 409))
async def plan_found(job: str, board: OwnBoard) -> Planned:
    """Return the plan that a job has made."""
    return Planned.model_validate(board.result(job, KIND))
