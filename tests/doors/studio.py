"""The studio as a person starts it: `osteon serve` on a free port, and the address it prints."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Studio(NamedTuple):
    place: str
    token: str

    @property
    def address(self) -> str:
        return f"{self.place}#{self.token}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@contextmanager
def open_studio() -> Iterator[Studio]:
    """Serve until the test ends."""
    command = [sys.executable, "-m", "osteon", "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as at:
        try:
            assert at.stdout is not None
            said = at.stdout.readline()
            found = re.search(r"(http://127\.0\.0\.1:\d+/)#(\S+)", said)
            assert found, said or at.communicate()[1]
            yield Studio(found[1], found[2])
        finally:
            at.terminate()
