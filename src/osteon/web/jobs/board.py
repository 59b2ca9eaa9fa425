"""The board on which jobs are: one runs, a few wait, the last that ended are remembered.

What a job was asked and found stays in memory alone and is gone with the server.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, Final

from osteon.web.jobs.errand import Content, Failed, Work
from osteon.web.jobs.job import Job, JobState, Phase
from osteon.web.problems import FullError, NotFoundError, TooEarlyError

_NOT_BEGUN: Final = (
    "no process could be started for it, as happens where memory or processes run out; "
    "ask again when less is running"
)


class Board:
    """Jobs by name.

    Parameters
    ----------
    at_once, most_waiting:
        How many run beside one another, and how many may wait.
    remembered:
        How many that have ended are kept, with what they found.
    limit:
        The longest that one may run, seconds.
    """

    def __init__(
        self,
        *,
        at_once: int = 1,
        most_waiting: int = 3,
        remembered: int = 8,
        limit: float = 900.0,
    ) -> None:
        self._at_once, self._most_waiting = at_once, most_waiting
        self._remembered, self._limit = remembered, limit
        self._jobs: dict[str, Job] = {}
        self._changed = threading.Condition()

    def start(self, kind: str, work: Work, question: Mapping[str, Any]) -> JobState:
        """Put a job on the board; it begins when there is a place.

        Raises
        ------
        FullError
            If too many wait already.
        """
        job = Job(kind, work, question)
        with self._changed:
            open_now = sum(not one.over for one in self._jobs.values())
            if open_now >= self._at_once + self._most_waiting:
                raise FullError("too many jobs wait already; cancel one, or ask again later")
            threading.Thread(target=self._follow, args=(job,), name="job", daemon=True).start()
            self._forget()
            self._jobs[job.name] = job
            return job.state()

    def states(self) -> list[JobState]:
        """Return how far every job is, the oldest first."""
        with self._changed:
            return [job.state() for job in self._jobs.values()]

    def state(self, name: str) -> JobState:
        """Return how far a job is.

        Raises
        ------
        NotFoundError
            If there is none of this name.
        """
        with self._changed:
            return self._job(name).state()

    def result(self, name: str, kind: str) -> Content:
        """Return what a job of a kind has found.

        Raises
        ------
        NotFoundError
            If there is none of this name and kind.
        TooEarlyError
            If it is not done.
        """
        with self._changed:
            job = self._job(name)
            if job.kind != kind:
                raise NotFoundError(f"this job is no {kind}")
            if job.content is None:
                raise TooEarlyError(f"this job has no result: it is {job.phase}")
            return job.content

    def cancel(self, name: str) -> JobState:
        """End a job and its process; one that has ended stays as it is.

        Raises
        ------
        NotFoundError
            If there is none of this name.
        """
        with self._changed:
            job = self._job(name)
            job.cancel()
            self._changed.notify_all()
            return job.state()

    def close(self) -> None:
        """End every job."""
        with self._changed:
            for job in self._jobs.values():
                job.cancel()
            self._changed.notify_all()

    def process(self, name: str) -> int | None:
        """Return the number of the process in which a job runs; None if it has none yet."""
        with self._changed:
            errand = self._job(name).errand
            return None if errand is None else errand.process

    def _job(self, name: str) -> Job:
        if name not in self._jobs:
            raise NotFoundError("there is no such job; those that ended long ago are forgotten")
        return self._jobs[name]

    def _forget(self) -> None:
        ended = [name for name, job in self._jobs.items() if job.over]
        for name in ended[: max(0, len(ended) + 1 - self._remembered)]:
            del self._jobs[name]

    def _free(self) -> bool:
        running = sum(job.phase is Phase.RUNNING for job in self._jobs.values())
        return running < self._at_once

    def _follow(self, job: Job) -> None:
        """Wait for a place, begin a job and listen to it until it has ended."""
        with self._changed:
            self._changed.wait_for(lambda: job.over or self._free())
            if job.over:
                return
            try:
                errand = job.begin()
            except OSError:
                job.hear(Failed(_NOT_BEGUN))
                self._changed.notify_all()
                return
        for message in errand.messages(self._limit):
            with self._changed:
                job.hear(message)
        errand.end()
        with self._changed:
            self._changed.notify_all()
