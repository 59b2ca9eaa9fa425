"""Which C++ compiler is taken, and what is said of one that is named and cannot be run."""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from osteon.errors import SimulationError
from osteon.simulation.engine import engine_name
from osteon.simulation.native.compiler import compiler, library_of

ONE = 'extern "C" int one() { return 1; }'
needs_compiler = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")


@pytest.fixture(autouse=True)
def found_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a compiler be looked for in each test, and keep what it makes for itself."""
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("OSTEON_ENGINE", raising=False)
    compiler.cache_clear()
    yield
    compiler.cache_clear()


@needs_compiler
@pytest.mark.parametrize("words", ["'{launcher}' c++", "'{launcher}' c++ -DVALUE=1"])
def test_a_compiler_may_be_several_words(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launcher = tmp_path / "a launcher"
    launcher.write_text('#!/bin/sh\nexec "$@"\n', "utf-8")
    launcher.chmod(0o755)
    monkeypatch.setenv("CXX", words.format(launcher=launcher))
    assert engine_name() == "native"
    assert ctypes.CDLL(str(library_of(ONE))).one() == 1


@needs_compiler
def test_another_option_of_the_compiler_makes_another_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = 'extern "C" int value() { return VALUE; }'
    for value in (1, 2):
        monkeypatch.setenv("CXX", f"c++ -DVALUE={value}")
        compiler.cache_clear()
        assert ctypes.CDLL(str(library_of(source))).value() == value


@pytest.mark.parametrize("named", ["no-such-compiler", "no-such-launcher g++", "g++ '"])
def test_a_named_compiler_that_cannot_be_run_is_told(
    named: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("CXX", named)
    assert engine_name() == "portable"
    [told] = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert f"CXX names '{named}', which cannot be run as a C++ compiler" in told
    assert "portable engine" in told
    with pytest.raises(SimulationError, match="CXX names"):
        library_of(ONE)


def test_a_launcher_whose_compiler_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launcher = tmp_path / "launcher"
    launcher.write_text('#!/bin/sh\nexec "$@"\n', "utf-8")
    launcher.chmod(0o755)
    monkeypatch.setenv("CXX", f"{launcher} no-such-compiler")
    with pytest.raises(SimulationError, match="launcher no-such-compiler could not compile"):
        library_of(ONE)


def test_no_compiler_at_all_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("CXX", raising=False)
    monkeypatch.setenv("PATH", "")
    assert engine_name() == "portable"
    assert caplog.records == []
    with pytest.raises(SimulationError, match="no C\\+\\+ compiler found"):
        library_of(ONE)
