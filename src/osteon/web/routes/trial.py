"""`/api/trial`: a trial carried out on simulated people, as a job."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from osteon.language import Trial
from osteon.language.faults import gathered
from osteon.web.jobs.board import board
from osteon.web.jobs.job import JobState
from osteon.web.jobs.tasks import try_out
from osteon.web.problems import responses
from osteon.web.work import desk

router = APIRouter(tags=["trial"])
KIND = "trial"
MOST_PEOPLE = 5_000


class TrialAsked(BaseModel):
    """A trial and how it is carried out.

    Attributes
    ----------
    trial:
        The content of a trial file.
    people:
        People in each arm; else as many as the arm has participants, or 500.
    versus:
        The arm that the others are compared with; else a control, or the fewest drugs.
    """

    model_config = ConfigDict(extra="forbid")

    trial: dict[str, JsonValue]
    people: int | None = Field(default=None, ge=2, le=MOST_PEOPLE)
    versus: str | None = None
    seed: int = Field(default=1, ge=0, le=2**31 - 1)


class ArmChange(BaseModel):
    """How an endpoint has changed in one arm by a visit, percent since month 0."""

    arm: str
    endpoint: str
    month: float
    measured: int
    missing: int
    mean: float | None
    low: float | None
    high: float | None


class ArmDifference(BaseModel):
    """How two arms differ in an endpoint's change at a visit, percentage points."""

    arm: str
    versus: str
    endpoint: str
    month: float
    difference: float | None
    low: float | None
    high: float | None
    p: float | None


class ArmFractures(BaseModel):
    """How many people of an arm had an event, percent."""

    arm: str
    endpoint: str
    people: int
    events: int
    percent: float | None
    low: float | None
    high: float | None


class ArmHazard(BaseModel):
    """The hazard ratio of two arms."""

    arm: str
    versus: str
    endpoint: str
    ratio: float | None
    low: float | None
    high: float | None
    p: float | None


class Tried(BaseModel):
    """What a virtual trial has found.

    `power` and `power_fractures` hold, for each comparison, the power at several numbers of people.
    """

    trial: str
    versus: str
    changes: list[ArmChange]
    differences: list[ArmDifference]
    fractures: list[ArmFractures]
    hazard_ratios: list[ArmHazard]
    power: list[dict[str, Any]]
    power_fractures: list[dict[str, Any]]
    power_people: int
    notes: list[str]
    provenance: dict[str, str | int | None]


@router.post("/trial", status_code=202, responses=responses(429))
async def trial_begun(asked: TrialAsked) -> JobState:
    """Begin a virtual trial; `GET /api/jobs/{job}` says how far it is."""
    await desk.do(lambda: _checked(asked.trial))
    return board.start(KIND, try_out, asked.model_dump())


@router.get("/trial/{job}", responses=responses(404, 409))
async def trial_found(job: str) -> Tried:
    """Return what the trial of a job has found."""
    return Tried.model_validate(board.result(job, KIND))


def _checked(written: dict[str, Any]) -> None:
    try:
        TypeAdapter(Trial).validate_python(written)
    except ValidationError as fault:
        raise gathered(fault) from None
