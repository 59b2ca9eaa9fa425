"""`/api/trial`: a trial carried out on simulated people, as a job."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from osteon.errors import InputError
from osteon.language import Trial
from osteon.language.faults import gathered
from osteon.people.plan import Plan
from osteon.trials.simulate_trial import designed
from osteon.web.amount import check_amount
from osteon.web.asked import MOST_PEOPLE
from osteon.web.jobs.job import JobState
from osteon.web.jobs.tasks import STEP, try_out
from osteon.web.own import OwnBoard, OwnDesk
from osteon.web.problems import responses
from osteon.web.tried import Tried

router = APIRouter(tags=["trial"])
KIND = "trial"
MOST_ARMS = 12


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


class TrialText(BaseModel):
    """The text of a trial file; its name is used in messages only."""

    model_config = ConfigDict(extra="forbid")

    text: str
    name: str = Field(default="trial file", max_length=200)


class TrialContent(BaseModel):
    """A trial in the words of a trial file."""

    trial: dict[str, Any]


@router.post("/trial", status_code=202, responses=responses(429))
async def trial_begun(asked: TrialAsked, desk: OwnDesk, board: OwnBoard) -> JobState:
    """Begin a virtual trial; `GET /api/jobs/{job}` says how far it is."""
    await desk.do(lambda: _check(asked))
    return board.start(KIND, try_out, asked.model_dump())


@router.get("/trial/{job}", responses=responses(404, 409))
async def trial_found(job: str, board: OwnBoard) -> Tried:
    """Return what the trial of a job has found."""
    return Tried.model_validate(board.result(job, KIND))


@router.post("/trial-file")
async def read_trial(asked: TrialText, desk: OwnDesk) -> TrialContent:
    """Read the text of a trial file; what is wrong with it is told with its line."""
    read = await desk.do(lambda: Trial.parse(asked.text, asked.name).words())
    return TrialContent(trial=read)


def _check(asked: TrialAsked) -> None:
    try:
        trial = Trial.model_validate(asked.trial)
    except ValidationError as fault:
        raise gathered(fault) from None
    if len(trial.arms) > MOST_ARMS:
        raise InputError(f"arms: at most {MOST_ARMS} are tried at once")
    designed(trial, asked.people, asked.seed, asked.versus, MOST_PEOPLE)
    plans = [Plan(trial.usual, trial.treatment_of(arm)) for arm in trial.arms]
    check_amount(plans, STEP, trial.last_day)
