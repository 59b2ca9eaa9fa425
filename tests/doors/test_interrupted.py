"""Ctrl-C: one message and status 1; it is how the studio is meant to end."""

from __future__ import annotations

import signal
import subprocess
import sys
from functools import partial
from typing import NoReturn

import pytest
from doors.outside import EXAMPLE

from osteon.cli.app import run
from osteon.language import Case


def test_a_command_that_is_stopped_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(Case, "read", stopped)
    assert run(["simulate", str(EXAMPLE)]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "osteon: stopped; nothing was written\n")


def test_a_studio_that_is_stopped_has_done_its_work() -> None:
    """Tests in the background of a shell are deaf to Ctrl-C; the studio must not take that over."""
    command = [sys.executable, "-m", "osteon", "serve", "--port", "0"]
    hearing = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hearing
    ) as studio:
        assert studio.stdout is not None
        assert b"open at http://127.0.0.1" in studio.stdout.readline()
        assert b"Ctrl+C" in studio.stdout.readline()
        studio.send_signal(signal.SIGINT)
        try:
            _, errors = studio.communicate(timeout=60)
        finally:
            studio.kill()
    assert (studio.returncode, errors) == (0, b"")
