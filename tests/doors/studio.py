"""The studio as a person starts it: `osteon serve` on a free port, and the address it prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


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


@contextmanager
def open_studio(*words: str, **environment: str) -> Iterator[Studio]:
    """Serve until the test ends, on 127.0.0.1 alone."""
    command = [sys.executable, "-m", "osteon", "serve", "--port", "0", *words]
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
