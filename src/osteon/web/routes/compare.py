"""`POST /api/compare`: the strategies of a case side by side."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from osteon.people.endpoint import label_of
from osteon.strategies.compare import compare
from osteon.strategies.simulate import simulate
from osteon.web.asked import Asked
from osteon.web.own import OwnDesk

router = APIRouter(tags=["forecast"])


class Change(BaseModel):
    """The change of one BMD under one strategy, percent since month 0."""

    strategy: str
    endpoint: str
    label: str
    month: float
    median: float
    low: float
    high: float
    detectable: bool | None


class Compared(BaseModel):
    """What every strategy does to BMD, and what limits the comparison."""

    changes: list[Change]
    notes: list[str]


@router.post("/compare")
async def compared(asked: Asked, desk: OwnDesk) -> Compared:
    """Put the strategies of a case side by side."""
    return await desk.do(lambda: _compared(asked))


def _compared(asked: Asked) -> Compared:
    case = asked.described()
    forecast = simulate(case, members=asked.members, seed=asked.seed, followed=asked.followed)
    changes = [
        Change(
            strategy=one.strategy,
            endpoint=one.endpoint,
            label=label_of(one.endpoint),
            month=one.month,
            detectable=one.detectable,
            **one.change._asdict(),
        )
        for one in compare(forecast).changes
    ]
    return Compared(changes=changes, notes=list(forecast.notes))
