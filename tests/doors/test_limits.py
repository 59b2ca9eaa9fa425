"""What a request may take: places at the desk, time, doses, people; and what is said beyond it."""

from __future__ import annotations

import asyncio
from string import ascii_lowercase
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
from osteon.web.asked import Asked, case_from
from osteon.web.problems import BusyError, TooLongError, answer_problems
from osteon.web.work import AT_ONCE, MOST_WAITING, Desk

GRACE = 30.0
OFTEN = {"drug": "denosumab", "dose": "0.1 mg", "every": "1 day"}
RULE = {"when": "t_score_total_hip < -2.5", "give": OFTEN | {"every": "0.04 days"}}
SMALL = {"trial": "x", "arms": {"a": {}}, "horizon": "1 year"}


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
    often = {"drug": "denosumab", "dose": "0.1 mg", "every": "0.05 days", "from": "month 0"}
    case["strategies"] = {"often": {"drugs": [often]}}
    with pytest.raises(InputError, match=r"denosumab: 73050 doses.* may hold 20000; give it less"):
        case_from(case)


def test_doses_count_for_every_member(case: dict[str, Any]) -> None:
    often = {"drug": "denosumab", "dose": "0.1 mg", "every": "1 day", "until": "month 120"}
    case["strategies"] = {"often": {"drugs": [often]}}
    assert Asked(case=case, members=400).described()
    with pytest.raises(InputError, match=r"denosumab: 3653 .* 500 at once .* 3000.*fewer members"):
        Asked(case=case, members=500).described()


def test_doses_count_in_all_strategies_before_month_0_and_to_the_last_measurement(
    case: dict[str, Any],
) -> None:
    daily = {"drug": "denosumab", "dose": "0.1 mg", "every": "1 day", "from": "month -120"}
    one = case | {"strategies": {"a": {"drugs": [daily]}}, "horizon": "1 year"}
    assert case_from(one, members=300)
    both = {name: {"drugs": [daily]} for name in "ab"}
    for more in (
        {"strategies": both},
        {"usual": {"drugs": [daily]}},
        {"measurements": [{"month": 120, "ctx": "0.4 ng/mL"}]},
    ):
        with pytest.raises(InputError, match="denosumab"):
            case_from(one | more, members=300)
    assert case_from(one, members=200, beyond=3652.5)
    with pytest.raises(InputError, match="denosumab"):
        case_from(one, members=300, beyond=3652.5)


def test_what_begins_and_ends_counts_too(case: dict[str, Any]) -> None:
    walks = {"activity": "walking", "sessions": "3 per week", "minutes": "30 min"}
    case["strategies"] = {"walks": {"exercise": [walks] * 501}}
    with pytest.raises(InputError, match=r"walking: 30.. doses and other changes"):
        case_from(case, members=500)


def test_what_is_done_in_practice_fits(case: dict[str, Any]) -> None:
    daily = {"dose": "20 ug", "every": "1 day", "until": "month 24"}
    case["usual"] = {"drugs": ["anastrozole 1 mg daily", "leuprolide 3.75 mg monthly"]}
    case["strategies"] = {
        "daily": {"drugs": [{"drug": "teriparatide", **daily}]},
        "half-yearly": {"drugs": ["denosumab 60 mg every 6 months"]},
        "both": {"drugs": ["denosumab 60 mg every 6 months", {"drug": "teriparatide", **daily}]},
        "a dose a day": {"drugs": [{"drug": "romosozumab", **daily, "dose": "7 mg"}]},
    }
    case["horizon"] = "10 years"
    assert Asked(case=case, members=500).described()


def test_a_drug_that_is_no_injection_counts_by_its_beginning_and_end(case: dict[str, Any]) -> None:
    often = {"drug": "anastrozole", "dose": "0.1 mg", "every": "0.05 days"}
    case["strategies"] = {"often": {"drugs": [often]}}
    assert Asked(case=case, members=500).described()


@pytest.mark.parametrize(
    ("arms", "hint"),
    [
        ({"all": {"participants": 1_000_000}}, "ask for 2 to 5000 people"),
        ({"a": {"drugs": [OFTEN | {"every": "0.04 days"}]}}, "denosumab: 9132 doses"),
        ({"a": {"rules": [RULE]}}, "denosumab: 9132 doses"),
        ({"a": {"visits": "1 day"}}, "more than 120 visits"),
        ({name: {} for name in ascii_lowercase}, "arms: at most 12"),
    ],
)
def test_a_trial_that_holds_too_much_never_begins(
    arms: dict[str, Any], hint: str, client: httpx.Client
) -> None:
    answer = client.post("api/trial", json={"trial": SMALL | {"arms": arms}})
    assert answer.status_code == 422
    assert hint in answer.json()["detail"]


def test_a_plan_that_holds_too_much_never_begins(
    client: httpx.Client, case: dict[str, Any]
) -> None:
    case |= {"strategies": {"often": {"drugs": [OFTEN]}}, "horizon": "1 year"}
    answer = client.post("api/plan", json={"case": case, "members": 500})
    assert answer.status_code == 422
    assert "denosumab: 3653 doses" in answer.json()["detail"]
