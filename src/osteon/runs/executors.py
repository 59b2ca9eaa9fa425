"""Where chunks are computed: in this process, or somewhere else.

An executor takes a task and the chunks that are missing, and gives each as it is finished, in any
order. It writes nothing: workers need no disk in common with the process that asks them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from osteon.runs.shard import Finished, attempt
from osteon.runs.task import Task


class Executor(Protocol):
    """Computes chunks somewhere."""

    def __call__(self, task: Task, indices: Sequence[int]) -> Iterator[Finished]:
        """Yield each chunk when it is finished, in any order."""
        ...


def here(task: Task, indices: Sequence[int]) -> Iterator[Finished]:
    """Compute chunks one after the other in this process; the kernel itself uses all cores."""
    for index in indices:
        yield attempt(task, index)
