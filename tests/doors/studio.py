"""The studio as a person starts it: `osteon serve` on a free port, and the address it prints."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from osteon.web.app import application

PATIENCE = 60_000


class Studio(NamedTuple):
    place: str
    token: str

    @property
    def address(self) -> str:
        return f"{self.place}#{self.token}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


class Asking:
    """The API without a server: every question in a loop of its own."""

    def __init__(self) -> None:
        self._app = application("word", warmed=False)

    def __call__(self, method: str, path: str, **asked: Any) -> httpx.Response:
        """Return the answer to one question."""

        async def put() -> httpx.Response:
            headers = {"Authorization": "Bearer word"}
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1", headers=headers
            ) as client:
                return await client.request(method, f"/api/{path}", **asked)

        return asyncio.run(put())


@contextmanager
def open_studio(cases: Path) -> Iterator[Studio]:
    """Serve until the test ends; cases are kept in a file of the test."""
    command = [sys.executable, "-m", "osteon", "serve", "--port", "0"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "OSTEON_CASES": str(cases)},
    ) as at:
        try:
            assert at.stdout is not None
            said = at.stdout.readline()
            found = re.search(r"(http://127\.0\.0\.1:\d+/)#(\S+)", said)
            assert found, said or at.communicate()[1]
            yield Studio(found[1], found[2])
        finally:
            at.terminate()
