"""`/api/jobs`: how far long work is, and ending it."""

from __future__ import annotations

from fastapi import APIRouter

from osteon.web.jobs.job import JobState
from osteon.web.own import OwnBoard
from osteon.web.problems import responses

router = APIRouter(tags=["jobs"])


@router.get("/jobs")
async def jobs(board: OwnBoard) -> list[JobState]:
    """Return how far every job is, the oldest first."""
    return board.states()


@router.get("/jobs/{job}", responses=responses(404))
async def job_state(job: str, board: OwnBoard) -> JobState:
    """Return how far a job is."""
    return board.state(job)


@router.delete("/jobs/{job}", responses=responses(404))
async def job_canceled(job: str, board: OwnBoard) -> JobState:
    """End a job and its process; one that has ended stays as it is."""
    return board.cancel(job)
