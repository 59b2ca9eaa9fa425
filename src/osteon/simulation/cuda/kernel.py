"""The kernel of a model on a GPU: generated in CUDA, compiled by NVRTC, launched through CuPy."""

from __future__ import annotations

import logging
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.simulation.cuda.chunks import longest_first, people_at_once
from osteon.simulation.cuda.device import Device
from osteon.simulation.cuda.source import BLOCKS, THREADS, cuda_source
from osteon.simulation.problem import Answer, Precision, Problem, Queue

Array = NDArray[np.float64]
_REAL: dict[Precision, type[np.generic]] = {
    Precision.DOUBLE: np.float64,
    Precision.SINGLE: np.float32,
}
_log = logging.getLogger("osteon")


class CudaKernel:
    """A compiled module that starts and integrates people of one model, a person a thread."""

    def __init__(self, model: Model, precision: Precision = Precision.DOUBLE) -> None:
        self.device = Device.at_hand()
        self._precision = precision
        self._states, self._inputs = len(model.states), len(model.inputs)
        _log.info("compiling the kernel of this model for the GPU, once (about a minute)")
        module = self.device.module(cuda_source(model, precision))
        self.integrator = module.get_function("integrate_people")
        self._starter = module.get_function("start_people")
        self._one_at_a_time = Lock()

    def start(self, parameters: Array) -> tuple[Array, Array]:
        """Return reference states (people, states) and inputs (people, inputs)."""
        gpu, people = self.device, len(parameters)
        states = gpu.zeros((people, self._states), np.float64)
        inputs = gpu.zeros((people, self._inputs), np.float64)
        given = gpu.here(parameters, np.float64)
        self._starter(
            (max(-(-people // THREADS), 1),), (THREADS,), (np.int32(people), given, states, inputs)
        )
        return states.get(), inputs.get()

    @property
    def work_space(self) -> int:
        """Return the bytes that CUDA sets aside for the threads of the integrator."""
        resident = self.device.multiprocessors * self.device.threads
        return int(self.integrator.local_size_bytes) * resident

    def integrate(self, problem: Problem, answer: Answer, queue: Queue) -> None:
        """Integrate people from the queue into the answer, as many at once as memory holds."""
        with self._one_at_a_time:
            size = people_at_once(problem, self.device.free_memory(), self.work_space)
            for first, until in queue.groups(size):
                self._integrate(problem, answer, first, until)

    def _integrate(self, problem: Problem, answer: Answer, first: int, until: int) -> None:
        gpu, people = self.device, until - first
        rows = len(problem.inputs)
        out = gpu.zeros((people, len(problem.outputs), self._states), np.float64)
        status, where = gpu.zeros((people,), np.int32), gpu.zeros((people,), np.int32)
        steps, when = gpu.zeros((people, 2), np.int32), gpu.zeros((people,), np.float64)
        blocks = min(-(-people // THREADS), gpu.multiprocessors * BLOCKS[self._precision])
        self.integrator(
            (blocks,),
            (THREADS,),
            (
                *(np.int32(n) for n in (people, len(problem.changes), rows, len(problem.outputs))),
                np.int64(problem.limit),
                np.float64(problem.tolerance),
                gpu.here(problem.begin[first:until]),
                gpu.here(problem.parameters[first:until]),
                gpu.here(problem.starts[first:until]),
                gpu.here(problem.changes),
                gpu.here(problem.inputs[first:until] if rows > 1 else problem.inputs),
                gpu.here(problem.doses),
                gpu.here(problem.outputs),
                gpu.here(problem.scale, _REAL[self._precision]),
                out,
                gpu.here(longest_first(problem, first, until)),
                gpu.zeros((1,), np.int32),
                status,
                where,
                steps,
                when,
            ),
        )
        out.get(out=answer.states[first:until])
        for kept, found in (
            (answer.status, status), (answer.where, where), (answer.steps, steps),
            (answer.when, when),
        ):  # fmt: skip
            kept[first:until] = found.get()


@lru_cache(maxsize=8)
def cuda_kernel(model: Model, precision: Precision = Precision.DOUBLE) -> CudaKernel:
    """Return the kernel of a model on the GPU at hand, compiling it if CuPy has not kept it."""
    return CudaKernel(model, precision)
