"""What computes runs in a few worker threads; what waits or works too long is sent away.

Work that runs longer than it may is ended: the answer comes at once, and its thread is free for
others as soon as the few people that it is simulating are done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from osteon.simulation.ending import Ending
from osteon.web.problems import BusyError, TooLongError

AT_ONCE = 2
MOST_WAITING = 256
LONGEST = 60.0
"""Seconds that one piece of work may take, waiting not counted."""
Answer = TypeVar("Answer")


class Desk:
    """Where work is handed in: two at once, a queue, then 'busy'.

    Parameters
    ----------
    longest:
        Seconds that one piece of work may take.
    """

    def __init__(self, longest: float = LONGEST) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0
        self._longest = longest

    async def do(self, work: Callable[[], Answer]) -> Answer:
        """Return what some work gives.

        Raises
        ------
        BusyError
            If the queue is full.
        TooLongError
            If the work takes longer than it may; it is ended.
        """
        if self._waiting >= MOST_WAITING:
            raise BusyError("the server is busy; ask again in a moment")
        self._waiting += 1
        try:
            await self._places.acquire()
            return await self._done(work)
        finally:
            self._waiting -= 1

    async def _done(self, work: Callable[[], Answer]) -> Answer:
        ending = Ending()

        def ended_by_word() -> Answer:
            with ending.within():
                return work()

        task = asyncio.ensure_future(run_in_threadpool(ended_by_word))
        task.add_done_callback(self._free)
        try:
            await asyncio.wait({task}, timeout=self._longest)
        finally:
            if not task.done():
                ending.say()
        if not task.done():
            raise TooLongError(
                f"this takes longer than the {self._longest:g} seconds that a request may; ask for "
                "fewer members or strategies or a shorter horizon, or use the command line"
            )
        return task.result()

    def _free(self, task: asyncio.Future[Answer]) -> None:
        """Give a place to the next, and let what came too late be forgotten."""
        self._places.release()
        if not task.cancelled():
            task.exception()
