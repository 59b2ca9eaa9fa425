"""Runs that survive: where their chunks are computed, and what an interruption leaves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from osteon.errors import SimulationError

if TYPE_CHECKING:
    from osteon.runs.executors import Executor

ClusterAddress = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Compute on the workers of this Dask scheduler, as in tcp://host:8786.",
        show_default=False,
    ),
]


def executor_at(address: str | None) -> Executor:
    """Return where to compute: here, or on a cluster.

    Raises
    ------
    InputError
        If the address is none.
    """
    if address is None:
        from osteon.runs.executors import here

        return here
    from osteon.runs.cluster import Cluster

    os.environ.setdefault("DASK_LOGGING__DISTRIBUTED", "critical")  # its tracebacks are no answer
    return Cluster(address)


@contextmanager
def surviving(folder: Path) -> Iterator[None]:
    """Say after Ctrl-C what is kept in the folder of a run.

    Raises
    ------
    SimulationError
        If the user stops it.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise SimulationError(
            f"stopped; what was finished is kept in {folder}, and the same command goes on"
        ) from None
