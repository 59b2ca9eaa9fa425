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
    process: int = 0

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
def open_studio(*words: str, cases: Path | None = None, **environment: str) -> Iterator[Studio]:
    """Serve until the test ends, on 127.0.0.1 alone; cases may be kept in a file of the test."""
    command = [sys.executable, "-m", "osteon", "serve", "--port", "0", *words]
    if cases is not None:
        environment["OSTEON_CASES"] = str(cases)
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **environment},
    ) as at:
        try:
            said = _first_lines(at)
            place = re.search(r"http://127\.0\.0\.1:\d+/", said)
            token = re.search(r"(?:/#|token: )(\S+)", said)
            assert place, said or at.communicate()[1]
            assert token, said
            yield Studio(place[0], token[1], at.pid)
        finally:
            at.terminate()


def _first_lines(at: subprocess.Popen[str]) -> str:
    """Return what is printed at the start, as far as the line that tells how to stop."""
    assert at.stdout is not None
    said = ""
    for line in at.stdout:
        said += line
        if line.startswith("Stop it"):
            break
    return said
