"""Two hundred clients at once for a minute: what each gets, and what the server takes of memory.

A client opens the page, asks what a case may hold, and then for forecasts of its own person, one
after the other, one at least, a changed strategy each time. Whatever is not an answer counts as an
error; so does being sent away as busy. All of it stays on 127.0.0.1.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx

from benchmarks.studio import Studio

CLIENTS, SECONDS = 200, 60.0
_PEOPLE: Final = 25
_PATIENCE: Final = 300.0
_PAGE_BYTES: Final = 4096
_ENDPOINTS: Final = [
    "t_score_lumbar_spine",
    "t_score_total_hip",
    "fracture_major_osteoporotic",
    "ctx",
]


@dataclass
class Crowd:
    """What became of a crowd.

    Attributes
    ----------
    waits:
        Seconds that each forecast took.
    answers:
        How many answers came, of every kind.
    errors:
        What else came, and how often.
    memory:
        What the server held, in MB, once a second.
    """

    clients: int
    waits: list[float] = field(default_factory=list)
    answers: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)

    def grown(self) -> float:
        """Return by how many MB the last third of the time holds more than the second."""
        third = max(1, len(self.memory) // 3)
        return statistics.median(self.memory[-third:]) - statistics.median(
            self.memory[third : 2 * third] or self.memory
        )

    def told(self) -> dict[str, object]:
        """Return what is kept of it."""
        return {
            "clients": self.clients,
            "answers": self.answers,
            "forecasts": len(self.waits),
            "errors": dict(self.errors),
            "seconds for a forecast, median and longest": [
                round(statistics.median(self.waits or [0.0]), 2),
                round(max(self.waits, default=0.0), 2),
            ],
            "memory at most, MB": round(max(self.memory), 1),
            "memory grown in the last third, MB": round(self.grown(), 1),
        }


def crowd(studio: Studio, clients: int = CLIENTS, seconds: float = SECONDS) -> Crowd:
    """Let so many clients ask for so long."""
    return asyncio.run(_all(studio, clients, seconds))


async def _all(studio: Studio, clients: int, seconds: float) -> Crowd:
    found, until = Crowd(clients), time.monotonic() + seconds
    watch = asyncio.create_task(_watch(studio, found))
    await asyncio.gather(*(_client(studio, number, until, found) for number in range(clients)))
    watch.cancel()
    return found


async def _client(studio: Studio, number: int, until: float, found: Crowd) -> None:
    async with httpx.AsyncClient(
        base_url=studio.place, headers=studio.headers, timeout=_PATIENCE
    ) as client:
        await _ask(client, found, "GET", "")
        await _ask(client, found, "GET", "api/schema")
        month = 60
        while True:
            began = time.monotonic()
            question = {"case": _case(number, month), "members": 48, "endpoints": _ENDPOINTS}
            await _ask(client, found, "POST", "api/simulate", question)
            found.waits.append(time.monotonic() - began)
            month = month - 1 if month > 12 else 60
            if time.monotonic() > until:
                return


async def _ask(
    client: httpx.AsyncClient, found: Crowd, method: str, path: str, body: object = None
) -> None:
    try:
        answer = await client.request(method, path, json=body)
    except httpx.HTTPError as fault:
        found.errors[type(fault).__name__] += 1
        return
    if answer.status_code == httpx.codes.OK:
        found.answers += 1
    else:
        found.errors[str(answer.status_code)] += 1


async def _watch(studio: Studio, found: Crowd) -> None:
    while True:
        found.memory.append(held(studio))
        await asyncio.sleep(1.0)


def held(studio: Studio) -> float:
    """Return the memory that the server holds, in MB."""
    pages = int(Path(f"/proc/{studio.process}/statm").read_text("utf-8").split()[1])
    return pages * _PAGE_BYTES / 1e6


def _case(number: int, month: int) -> dict[str, Any]:
    """Return the case of a client: one of some people, and a strategy that changes."""
    person = number % _PEOPLE
    return {
        "person": {
            "age": f"{50 + person} years",
            "menopause_age": "49 years",
            "t_score": {"lumbar_spine": -1.0 - 0.05 * person, "total_hip": -0.8},
        },
        "strategies": {
            "inhibitor": {"drugs": [f"anastrozole 1 mg daily for {month} months"]},
            "with a bisphosphonate": {
                "drugs": [
                    "anastrozole 1 mg daily for 5 years",
                    "zoledronic acid 4 mg every 6 months",
                ]
            },
        },
    }
