"""One piece of long work in a process of its own; ending the process ends the work.

The process tells through a pipe how far it is, and at last what it found or what went wrong. It
ends by itself when the server that waits for it is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Final

from osteon.errors import InputError, OsteonError

_CONTEXT: Final = multiprocessing.get_context("spawn")
_TOO_LONG = "it took longer than {minutes:g} minutes and was ended; ask for less at once"
_SILENT = "its process ended without an answer; nothing was kept"

Content = dict[str, Any]
Tell = Callable[[float, str], None]
Work = Callable[[Mapping[str, Any], Tell], Content]


@dataclass(frozen=True)
class Step:
    """How far the work is: the share that is done, and what comes next."""

    share: float
    doing: str


@dataclass(frozen=True)
class Found:
    """What the work found."""

    content: Content


@dataclass(frozen=True)
class Failed:
    """Why there is no answer, and whether what was asked could not be used."""

    detail: str
    input_was_wrong: bool = False


Message = Step | Found | Failed


class Errand:
    """Work that has begun.

    Parameters
    ----------
    work:
        A function that a new process can import.
    question:
        What it is asked.
    """

    def __init__(self, work: Work, question: Mapping[str, Any]) -> None:
        self._reading, writing = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(
            target=_carry_out, args=(work, question, writing), name="osteon job", daemon=True
        )
        self._process.start()
        writing.close()

    @property
    def process(self) -> int | None:
        """Return the number of the process."""
        return self._process.pid

    def messages(self, limit: float) -> Iterator[Message]:
        """Yield what the work tells until it is done, has failed or takes too long (seconds)."""
        deadline = time.monotonic() + limit
        try:
            while self._reading.poll(max(0.0, deadline - time.monotonic())):
                message = self._reading.recv()
                yield message
                if not isinstance(message, Step):
                    return
            yield Failed(_TOO_LONG.format(minutes=limit / 60.0))
        except (EOFError, OSError):
            yield Failed(_SILENT)

    def end(self) -> None:
        """End the process, whatever it does; return when it is gone."""
        self._process.kill()
        self._process.join()


def _carry_out(work: Work, question: Mapping[str, Any], writing: Connection) -> None:
    """Do the work, in the new process."""
    threading.Thread(target=_follow_the_server, daemon=True).start()
    try:
        answer: Message = Found(
            work(question, lambda share, doing: writing.send(Step(share, doing)))
        )
    except OsteonError as fault:
        answer = Failed(str(fault), isinstance(fault, InputError))
    except Exception:  # what failed is not told to the outside
        answer = Failed("an error inside osteon; nothing was kept")
    writing.send(answer)
    writing.close()


def _follow_the_server() -> None:
    server = multiprocessing.parent_process()
    if server is not None:
        wait([server.sentinel])
        os._exit(1)
