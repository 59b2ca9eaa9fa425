"""A GPU beside one core of the processor: `python -m benchmarks.gpu`, and a part of `make bench`.

Both sides solve ten years of different women, in turn. The core is counted in processor time, the
card in time on the wall with all transfers, the answer of every person in the memory of the
processor. Where no GPU is at hand, the entry says so and why.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from benchmarks.engines import by_kernel
from benchmarks.occupancy import occupancy
from benchmarks.results import entry_of, keep
from benchmarks.timing import readouts
from benchmarks.workloads import TASKS, Women, Workload
from osteon.errors import OsteonError
from osteon.simulation.calendar import Calendar
from osteon.simulation.cuda.device import Device
from osteon.simulation.cuda.kernel import CudaKernel, cuda_kernel
from osteon.simulation.cuda.source import BLOCKS, THREADS
from osteon.simulation.problem import Precision

Array = NDArray[np.float64]
_TOLERANCE = 1e-4
_ON_CARD, _ON_CORE, _COMPARED = 131_072, 2048, 64
_MILLION = 1_000_000


def on_a_card(women: Women, rounds: int) -> dict[str, object]:
    """Return rates, agreement, memory and occupancy of the GPU at hand, or why there is none."""
    try:
        device = Device.at_hand()
    except OsteonError as fault:
        return {"card": None, "why": str(fault)}
    (work,) = next(iter(TASKS.values())).make(women, _ON_CORE)
    many = _repeated(work, _ON_CARD)
    core = partial(by_kernel, work, _TOLERANCE, "native")
    found: dict[str, object] = {
        "card": device.name,
        "multiprocessors": device.multiprocessors,
        "tolerance": _TOLERANCE,
        "people": {"card": _ON_CARD, "core": _ON_CORE},
    }
    for precision in Precision:
        card = partial(by_kernel, many, _TOLERANCE, "cuda", precision=precision)
        ratios, rates = [], []
        for _ in range(rounds + 1):
            alone = _ON_CORE / _seconds(core, time.process_time)
            together = _ON_CARD / _seconds(card, time.perf_counter)
            ratios.append(together / alone)
            rates.append(together)
        kernel = cuda_kernel(work.model, precision)
        found[str(precision)] = {
            "people a second": float(np.median(rates[1:])),
            "times one core": float(np.median(ratios[1:])),
            "range of that": [min(ratios[1:]), max(ratios[1:])],
            "a million person-decades, s": _million(many, precision),
            **_agreement(work.first(_COMPARED), precision),
            **_room(kernel, precision),
        }
    return found


def _seconds(solve: Callable[[], Array], clock: Callable[[], float]) -> float:
    before = clock()
    solve()
    return clock() - before


def _million(many: Workload, precision: Precision) -> float:
    """Return the seconds of a million people, of whom only a summary is kept."""
    before, left = time.perf_counter(), _MILLION
    while left > 0:
        by_kernel(many.first(left), _TOLERANCE, "cuda", precision=precision).mean(axis=0)
        left -= len(many)
    return time.perf_counter() - before


def _agreement(few: Workload, precision: Precision) -> dict[str, float]:
    """Return the largest relative difference of readouts from the processor's, and their error."""
    here = by_kernel(few, _TOLERANCE, "native")
    tight = readouts(few, by_kernel(few, 1e-9, "native"))
    there = readouts(few, by_kernel(few, _TOLERANCE, "cuda", precision=precision))
    return {
        "difference from the processor": float(np.abs(there / readouts(few, here) - 1.0).max()),
        "error": float(np.abs(there / tight - 1.0).max()),
    }


def _room(kernel: CudaKernel, precision: Precision) -> dict[str, object]:
    """Return the memory in use and the occupancy that the registers allow."""
    registers = int(kernel.integrator.num_regs)
    pool = kernel.device.cupy.get_default_memory_pool()
    return {
        "registers": registers,
        "occupancy": occupancy(registers),
        "threads at once": kernel.device.multiprocessors * BLOCKS[precision] * THREADS,
        "work space, GB": kernel.work_space / 1e9,
        "people and answers, GB": pool.total_bytes() / 1e9,
    }


def _repeated(work: Workload, people: int) -> Workload:
    """Return so many people, everyone as often as needed."""
    who = np.arange(people) % len(work)
    plan = Calendar(work.calendar.changes, work.calendar.inputs[who], work.calendar.doses)
    return Workload(work.model, work.parameters[who], work.begin[who], plan, work.times)


def main() -> None:
    """Measure, print, and keep as the GPU's entry among the results."""
    women = Women.drawn(_ON_CORE)
    entry = entry_of(lambda: on_a_card(women, rounds=5))
    print(json.dumps(entry, indent=1))
    keep("gpu", entry)


if __name__ == "__main__":
    main()
