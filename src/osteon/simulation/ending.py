"""Work that can be ended from outside: whoever still waits is then not simulated.

ending = Ending()
with ending.within():        # in the thread that works
    simulate(case)           # raises EndedError once ending.say() has been called elsewhere

Every solve draws its people from a queue; the word empties it, and the threads of the solve end
with the few people they hold. Between two solves it is heeded before the next begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from osteon.errors import EndedError
from osteon.simulation.problem import Queue


class Ending:
    """The word that ends some work."""

    def __init__(self) -> None:
        self.said = False
        self._queues: list[Queue] = []
        self._lock = Lock()

    def say(self) -> None:
        """End the work, now and for good; from any thread."""
        with self._lock:
            self.said = True
            for queue in self._queues:
                queue.close()

    @contextmanager
    def within(self) -> Iterator[None]:
        """Let the work in this context be ended by the word."""
        token = _HERE.set(self)
        try:
            yield
        finally:
            _HERE.reset(token)

    @contextmanager
    def over(self, queue: Queue) -> Iterator[None]:
        """Empty a queue when the word is said.

        Raises
        ------
        EndedError
            If it was said before or has been since.
        """
        with self._lock:
            self._queues.append(queue)
        try:
            self._heed()
            yield
        finally:
            with self._lock:
                self._queues = [one for one in self._queues if one is not queue]
        self._heed()

    def _heed(self) -> None:
        if self.said:
            raise EndedError("the work was ended before it was done")


_HERE: ContextVar[Ending | None] = ContextVar("ending", default=None)


@contextmanager
def heeding(queue: Queue) -> Iterator[None]:
    """Let a solve that draws from a queue be ended, where anything may end it.

    Raises
    ------
    EndedError
        If it was ended.
    """
    ending = _HERE.get()
    if ending is None:
        yield
        return
    with ending.over(queue):
        yield
