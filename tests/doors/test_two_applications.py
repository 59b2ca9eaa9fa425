"""Two applications in one process: each has jobs and a desk of its own."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
from fastapi import FastAPI
from support import long_work

from osteon.web.app import application
from osteon.web.work import AT_ONCE


def client_of(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://127.0.0.1/api/",
        headers={"Authorization": "Bearer word"},
    )


def test_neither_sees_nor_ends_the_jobs_of_the_other() -> None:
    async def side_by_side() -> list[Any]:
        one, other = application("word", warmed=False), application("word", warmed=False)
        async with client_of(one) as mine, client_of(other) as theirs:
            async with one.router.lifespan_context(one):
                job = one.state.board.start("nap", long_work.sleep, {}).job
                async with other.router.lifespan_context(other):
                    unseen = [
                        (await theirs.get("jobs")).json(),
                        (await theirs.delete(f"jobs/{job}")).status_code,
                    ]
                left = (await mine.get(f"jobs/{job}")).json()["phase"]
            return [*unseen, left, (await mine.get(f"jobs/{job}")).json()["phase"]]

    jobs, status, left, closed = asyncio.run(side_by_side())
    assert (jobs, status) == ([], 404)
    assert left in ("waiting", "running")
    assert closed == "canceled"


def test_each_keeps_order_under_an_event_loop_of_its_own() -> None:
    async def crowd() -> list[int]:
        async with client_of(application("word", warmed=False)) as client:
            asked = [client.post("case", json={"text": "person: {}"}) for _ in range(3 * AT_ONCE)]
            return [answer.status_code for answer in await asyncio.gather(*asked)]

    for _ in range(2):
        assert asyncio.run(crowd()) == [422] * 3 * AT_ONCE
