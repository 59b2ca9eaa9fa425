"""A shard: the rows of a chunk as the bytes of its file, made where it is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from osteon.errors import OsteonError, SimulationError
from osteon.runs.task import Task


@dataclass(frozen=True)
class Finished:
    """A chunk that was tried: the bytes of its shard and what made them, or why there are none."""

    index: int
    content: bytes = b""
    rows: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None


def attempt(task: Task, index: int) -> Finished:
    """Compute a chunk; what osteon refuses or fails to do is the reason why there is no shard."""
    try:
        table = task.compute(index)
        _check_numbers(task, table)
        content = task.layout.encoded(table)
    except OsteonError as fault:
        return Finished(index, problem=str(fault))
    return Finished(index, content, table.num_rows, task.versions())


def _check_numbers(task: Task, table: pa.Table) -> None:
    for column in task.columns:
        wrong = ~np.isfinite(column.of(table))
        if wrong.any():
            raise SimulationError(
                f"'{column.name}' is not a number in place {int(wrong.argmax())} of the chunk"
            )
