"""Chunks on the workers of a Dask cluster, which may come, go and die while the run goes on."""

from __future__ import annotations

import logging
import re
from asyncio import CancelledError
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from osteon.errors import InputError, MissingExtraError, SimulationError
from osteon.runs.shard import Finished, attempt
from osteon.runs.task import Task

_CHUNKS_PER_WORKER = 3
_PATIENCE = "20s"
_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^\s/]+:(?P<port>\d{1,5})")
_LAST_PORT = 65_535
_log = logging.getLogger("osteon")


@dataclass(frozen=True)
class Cluster:
    """Computes chunks on the workers of a Dask cluster.

    A chunk whose worker dies is given to another; after several deaths it counts as failed. Only a
    few chunks for each worker are under way at a time, so that memory stays flat everywhere.

    Attributes
    ----------
    address:
        Of the scheduler, as in tcp://host:8786.
    """

    address: str

    def __post_init__(self) -> None:
        """Refuse what is no address: Dask would try it for a long time.

        Raises
        ------
        InputError
            If it lacks the protocol, the host or the port.
        """
        found = _ADDRESS.fullmatch(self.address)
        if found is None or int(found["port"]) > _LAST_PORT:
            raise InputError(
                f"'{self.address}' is no address of a Dask scheduler; "
                "write it with protocol, host and port, as in tcp://host:8786"
            )

    def __call__(self, task: Task, indices: Sequence[int]) -> Iterator[Finished]:
        """Yield each chunk when it is finished, in any order.

        Raises
        ------
        MissingExtraError
            If Dask is not installed.
        SimulationError
            If no scheduler answers at the address, or it goes away.
        """
        if not indices:
            return
        with self._client() as client:
            from distributed.comm.core import CommClosedError

            try:
                if not client.nthreads():
                    _log.info("no Dask worker is there yet; waiting for the first")
                yield from _finished(client, task, indices)
            except (CancelledError, CommClosedError) as fault:
                raise SimulationError(
                    "the Dask scheduler went away; what was finished is kept: start one again, "
                    "and give the same command"
                ) from fault

    def _client(self) -> Any:
        try:
            import distributed
        except ImportError as missing:
            raise MissingExtraError.of("a cluster", "cluster", missing) from missing
        connect: Any = distributed.Client
        try:
            return connect(self.address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as fault:
            raise SimulationError(
                f"no Dask scheduler answers at {self.address}; start one (dask scheduler), "
                "or leave --cluster out"
            ) from fault


def _finished(client: Any, task: Task, indices: Sequence[int]) -> Iterator[Finished]:
    """Yield chunks as they are finished, and ask for the next ones."""
    import distributed

    wait_for: Any = distributed.as_completed
    completed = wait_for(loop=client.loop)
    waiting = list(reversed(indices))
    under_way: dict[Any, int] = {}

    def ask() -> None:
        most = _CHUNKS_PER_WORKER * max(len(client.nthreads()), 1)
        while waiting and len(under_way) < most:
            index = waiting.pop()
            future = client.submit(attempt, task, index, pure=False)
            under_way[future] = index
            completed.add(future)

    ask()
    for future in completed:
        yield _outcome(future, under_way.pop(future))
        ask()


def _outcome(future: Any, index: int) -> Finished:
    """Return what became of a chunk."""
    from distributed.scheduler import KilledWorker

    try:
        finished: Finished = future.result()
    except KilledWorker:
        return Finished(index, problem="several workers died at it; do they have enough memory?")
    return finished
