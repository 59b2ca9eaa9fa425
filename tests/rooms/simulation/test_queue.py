"""The queue: everyone is called once, whoever calls; and what a solve took is counted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from osteon.model.model import Model
from osteon.simulation.calendar import Calendar
from osteon.simulation.native.compiler import compiler
from osteon.simulation.native.kernel import NativeKernel
from osteon.simulation.portable.kernel import PortableKernel
from osteon.simulation.problem import Answer, Kernel, Problem, Queue
from osteon.simulation.solve import reference_of


def test_everyone_is_called_once() -> None:
    queue = Queue(1003)
    with ThreadPoolExecutor(4) as pool:
        called = pool.map(lambda _: list(queue.groups(7)), range(4))
        people = [one for groups in called for first, end in groups for one in range(first, end)]
    assert sorted(people) == list(range(1003))


def test_an_empty_queue_calls_nobody() -> None:
    assert list(Queue(0).groups(8)) == []


def solved(toy: Model, kernel: Kernel, people: int, threads: int) -> Answer:
    """Return the answer of so many threads for people who begin at different levels."""
    rows = np.tile(np.array(toy.table.values), (people, 1))
    begin, inputs = reference_of(toy, rows)
    level = [str(key) for key in toy.states].index("logistic_level")
    begin[:, level] = np.linspace(0.01, 0.9, people)
    plan = Calendar.of(toy, inputs)
    problem = Problem(
        begin, rows, np.zeros(people), plan.changes, plan.inputs, plan.doses,
        np.array([10.0, 50.0]), 1e-6, np.ones(len(toy.states)), 1000,
    )  # fmt: skip
    answer, queue = Answer.to(problem), Queue(people)
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda _: kernel.integrate(problem, answer, queue), range(threads)))
    return answer


@pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")
def test_both_engines_count_the_same_steps(toy: Model) -> None:
    """More people than lanes, more threads than one; no one's count lands with another."""
    native = solved(toy, NativeKernel(toy), 45, threads=3)
    portable = solved(toy, PortableKernel(toy), 45, threads=2)
    np.testing.assert_array_equal(native.steps, portable.steps)
    assert (native.steps[:, 0] > 3).all()
    assert native.steps[0, 0] > native.steps[-1, 0]
