"""What computes runs in a few worker threads, and what would wait too long is sent away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from osteon.web.problems import BusyError

AT_ONCE = 2
MOST_WAITING = 16
Answer = TypeVar("Answer")


class Desk:
    """Where work is handed in: two at once, a short queue, then 'busy'."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def do(self, work: Callable[[], Answer]) -> Answer:
        """Return what some work gives.

        Raises
        ------
        BusyError
            If the queue is full.
        """
        if self._waiting >= MOST_WAITING:
            raise BusyError("the server is busy; ask again in a moment")
        self._waiting += 1
        try:
            async with self._places:
                return await run_in_threadpool(work)
        finally:
            self._waiting -= 1


desk = Desk()
