"""A task: what a run computes, cut into chunks that depend on nothing but seed and index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from osteon.runs.layout import Layout

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Column:
    """One number of each person, as a column of the shards.

    Attributes
    ----------
    name:
        Its name in the shards and in the summary.
    unit:
        Its unit.
    bin_width:
        How wide a bin of its histogram is: quantiles in the summary are exact to half of it.
    """

    name: str
    unit: str
    bin_width: float

    def of(self, table: pa.Table) -> Array:
        """Return the numbers of the rows that have one, shape (rows,)."""
        return np.asarray(table[self.name].to_numpy(), dtype=float)


class Task(Protocol):
    """What a run computes: immutable, and able to be sent to another process (picklable)."""

    @property
    def chunks(self) -> int:
        """Return how many chunks there are."""
        ...

    @property
    def people(self) -> int:
        """Return how many rows there are in all chunks together, a person each."""
        ...

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns that are summarized."""
        ...

    @property
    def layout(self) -> Layout:
        """Return how chunks are kept: mostly `osteon.runs.layout.PARQUET`."""
        ...

    def describe(self) -> Mapping[str, Any]:
        """Return all that the rows depend on, as JSON has it."""
        ...

    def versions(self) -> Mapping[str, str]:
        """Return what the rows were made with: program, fitted layer, engine."""
        ...

    def compute(self, index: int) -> pa.Table:
        """Return the rows of a chunk, a person a row: a function of the description and the index.

        Raises
        ------
        SimulationError
            If a person of the chunk cannot be simulated.
        """
        ...


def canonical(content: Any) -> str:
    """Return content as JSON in its one form: keys in order, no spaces, no NaN."""
    return json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def digest(content: Any) -> str:
    """Return the SHA-256 of content in its canonical form."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()
