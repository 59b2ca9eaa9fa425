"""What a request may take: places at the desk, time, doses; and what is said beyond it."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Any

import httpx
import pytest
import yaml
from doors.outside import EXAMPLE
from fastapi import FastAPI

from osteon.errors import EndedError, InputError
from osteon.simulation.ending import heeding
from osteon.simulation.problem import Queue
from osteon.web.asked import case_from
from osteon.web.problems import BusyError, TooLongError, answer_problems
from osteon.web.work import AT_ONCE, MOST_WAITING, Desk

GRACE = 30.0


def endless(ended: Event) -> None:
    """Simulate people without end, until told."""
    try:
        with heeding(queue := Queue(10**12)):
            for _ in queue.groups(8):
                pass
    except EndedError:
        ended.set()
        raise


def test_a_full_queue_is_busy() -> None:
    async def crowd() -> list[object]:
        desk, gate = Desk(), asyncio.Event()
        loop = asyncio.get_running_loop()

        def wait() -> None:
            asyncio.run_coroutine_threadsafe(gate.wait(), loop).result()

        places = [asyncio.create_task(desk.do(wait)) for _ in range(MOST_WAITING + AT_ONCE)]
        await asyncio.sleep(0)
        gate.set()
        return list(await asyncio.gather(*places, return_exceptions=True))

    ends = asyncio.run(crowd())
    assert [type(end) for end in ends] == [type(None)] * MOST_WAITING + [BusyError] * AT_ONCE


def test_work_that_takes_too_long_is_ended_and_leaves_its_place() -> None:
    async def some() -> tuple[list[object], int]:
        desk, ended = Desk(longest=0.05), [Event() for _ in range(AT_ONCE)]
        asked = [desk.do(lambda one=one: endless(one)) for one in ended]
        found = list(await asyncio.gather(*asked, return_exceptions=True))
        assert all(one.wait(GRACE) for one in ended)
        return found, await desk.do(lambda: 7)

    found, after = asyncio.run(some())
    assert [type(one) for one in found] == [TooLongError] * AT_ONCE
    assert after == 7


def test_a_caller_who_leaves_ends_the_work() -> None:
    async def leave() -> bool:
        desk, ended, begun = Desk(), Event(), Event()

        def work() -> None:
            begun.set()
            endless(ended)

        task = asyncio.create_task(desk.do(work))
        while not begun.is_set():
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return ended.wait(GRACE)

    assert asyncio.run(leave())


def test_too_long_is_answered_with_the_way_out() -> None:
    app, desk = FastAPI(), Desk(longest=0.05)
    answer_problems(app)

    @app.get("/long")
    async def long() -> None:
        await desk.do(lambda: endless(Event()))

    async def ask() -> httpx.Response:
        inside = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=inside, base_url="http://127.0.0.1") as client:
            return await client.get("/long")

    answer = asyncio.run(ask())
    assert answer.status_code == 504
    assert answer.headers["content-type"] == "application/problem+json"
    assert "ask for fewer members" in answer.json()["detail"]


@pytest.fixture
def case() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    return content


def test_doses_without_number_are_refused(case: dict[str, Any]) -> None:
    often = {"drug": "denosumab", "dose": "60 mg", "every": "0.05 days", "from": "month 0"}
    case["strategies"] = {"often": {"drugs": [often]}}
    with pytest.raises(InputError, match="denosumab: more than 20000 doses"):
        case_from(case)
