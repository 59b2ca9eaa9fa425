"""`GET /api/evidence`: how the model was tested, and where it fails."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from osteon.evidence.accuracy import measured

router = APIRouter(tags=["evidence"])


class Errors(BaseModel):
    """How far predictions are off.

    Attributes
    ----------
    rows, answered, percent:
        How many rows there are, how many have an answer, and how many of these are changes in
        percent.
    rmse, bias, median_error, half_width:
        Of the changes, percentage points: root mean square error, mean error, median absolute
        error, median half-width of the 95 % interval.
    factor:
        Between prediction and observation, of levels, risks and ratios.
    inside:
        The share of rows whose observed value lies in the 95 % interval.
    """

    rows: int
    answered: int
    percent: int
    rmse: float | None
    bias: float | None
    median_error: float | None
    half_width: float | None
    factor: float | None
    inside: float | None


class GroupErrors(Errors):
    """The errors of one group of rows in one role: calibration, or validation (never fitted)."""

    group: str
    role: str


class Other(BaseModel):
    """Another answer to the same rows: its error beside ours, and their difference (95 %)."""

    who: str
    rows: int
    trials: int
    first: float
    second: float
    difference: float
    low: float
    high: float


class Aim(BaseModel):
    """What was aimed at before the fit, and what was reached."""

    what: str
    limit: float
    at_least: bool
    found: float
    unit: str
    met: bool


class Told(BaseModel):
    """A row: what was observed, and what is predicted."""

    trial: str
    role: str
    group: str
    arm: str
    versus: str | None
    endpoint: str
    month: float
    unit: str
    observed: float
    predicted: float
    low: float
    high: float
    note: str | None


class Later(Errors):
    """The errors on trials that were looked up after the fit, and every row of them."""

    trials: int
    told: list[Told]


class Sign(BaseModel):
    """What the literature says without a number, and the model does not show."""

    topic: str
    claim: str


class Judged(BaseModel):
    """How many such statements were judged, and how many the model shows."""

    judged: int
    met: int


class Fitted(BaseModel):
    """The layer of fitted parameters."""

    name: str
    date: str


class TestedModel(BaseModel):
    """The report of how the model was tested.

    Attributes
    ----------
    misses:
        Rows outside their interval and off by more than matters.
    """

    osteon: str
    layer: Fitted | None
    trials: int
    fitted_trials: int
    fitted_rows: int
    rows: dict[str, int]
    bmd: dict[str, Errors]
    groups: list[GroupErrors]
    others: list[Other]
    aims: list[Aim]
    signs: Judged
    signs_missed: list[Sign]
    misses: list[Told]
    later: Later


@router.get("/evidence")
async def evidence() -> TestedModel:
    """Return how the model was tested: every group, other answers, aims, misses."""
    return TestedModel.model_validate(measured())
