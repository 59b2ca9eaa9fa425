"""What a virtual trial has found, as the API tells it: changes, fractures, power."""

from __future__ import annotations

from pydantic import BaseModel


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


class ArmPower(BaseModel):
    """The chance that a comparison at the last visit finds p < 0.05.

    Attributes
    ----------
    curve:
        By number of people measured in each arm.
    planned:
        At the trial's own size, less those who leave.
    needed:
        People to enroll in each arm, by power; None if more than 100,000.
    """

    arm: str
    versus: str
    endpoint: str
    difference: float
    curve: dict[int, float]
    planned: float
    needed: dict[float, int | None]


class FracturePower(BaseModel):
    """How many people in each arm show a hazard ratio, by power; None if more than 100,000."""

    arm: str
    versus: str
    endpoint: str
    ratio: float
    needed: dict[float, int | None]


class ArmSize(BaseModel):
    """How many people an arm has."""

    people: int


class Tried(BaseModel):
    """What a virtual trial has found.

    Percent and percentage points as plain numbers, power as a share; `power_people` is how many in
    each arm power is taken from.
    """

    trial: str
    arms: dict[str, ArmSize]
    versus: str
    changes: list[ArmChange]
    differences: list[ArmDifference]
    fractures: list[ArmFractures]
    hazard_ratios: list[ArmHazard]
    power: list[ArmPower]
    power_fractures: list[FracturePower]
    power_people: int
    notes: list[str]
    provenance: dict[str, str | int | None]
