"""Work that is ended from outside: before it begins, between solves, and in the midst of one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Timer

import numpy as np
import pytest

from osteon.errors import EndedError
from osteon.model.model import Model
from osteon.simulation.calendar import Calendar
from osteon.simulation.ending import Ending, heeding
from osteon.simulation.problem import Queue
from osteon.simulation.solve import reference_of, solve


def solved(toy: Model, people: int) -> np.ndarray:
    rows = np.tile(np.array(toy.table.values), (people, 1))
    begin, inputs = reference_of(toy, rows)
    plan = Calendar.of(toy, inputs)
    return solve(toy, begin, rows, np.zeros(people), plan, [1.0]).states


def test_without_an_ending_nothing_is_heeded(toy: Model) -> None:
    assert np.isfinite(solved(toy, 16)).all()


def test_after_the_word_no_solve_begins(toy: Model) -> None:
    ending = Ending()
    with ending.within():
        solved(toy, 16)
        ending.say()
        with pytest.raises(EndedError):
            solved(toy, 16)
    assert np.isfinite(solved(toy, 16)).all()


def test_the_word_empties_the_queue_of_a_solve_under_way() -> None:
    ending, drawn = Ending(), []

    def work() -> None:
        queue = Queue(10**6)
        with ending.within(), heeding(queue):
            for group in queue.groups(8):
                drawn.append(group)
                ending.say()

    with pytest.raises(EndedError):
        work()
    assert drawn == [(0, 8)]


def test_the_word_comes_from_another_thread() -> None:
    ending, queue = Ending(), Queue(10**12)
    clock = Timer(0.05, ending.say)
    clock.start()

    def work() -> None:
        with ending.within(), heeding(queue):
            for _ in queue.groups(8):
                pass

    with pytest.raises(EndedError):
        work()
    clock.join()


def test_another_piece_of_work_goes_on() -> None:
    one, other = Ending(), Ending()

    def work(ending: Ending) -> int:
        with ending.within(), heeding(Queue(1)):
            return 1

    one.say()
    with ThreadPoolExecutor(2) as pool:
        ended, done = pool.submit(work, one), pool.submit(work, other)
    assert isinstance(ended.exception(), EndedError)
    assert done.result() == 1
