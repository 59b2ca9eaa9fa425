"""Which engine is taken, and what is said when it cannot be had."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.simulation.engine import engine_name, kernel_of
from osteon.simulation.native import compiler as native_compiler
from osteon.simulation.native.compiler import compiler, library_of
from osteon.simulation.native.kernel import NativeKernel
from osteon.simulation.native.source import native_source
from osteon.simulation.portable.kernel import PortableKernel

needs_compiler = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")


@pytest.fixture
def without_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide every C++ compiler."""
    monkeypatch.setattr(native_compiler, "compiler", lambda: None)


def test_the_engine_is_chosen_by_its_name(toy: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTEON_ENGINE", "portable")
    assert isinstance(kernel_of(toy), PortableKernel)


@needs_compiler
def test_native_is_taken_where_it_can_be_built(toy: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OSTEON_ENGINE", raising=False)
    assert isinstance(kernel_of(toy), NativeKernel)


@pytest.mark.usefixtures("without_compiler")
def test_without_a_compiler_the_portable_engine_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OSTEON_ENGINE", raising=False)
    assert engine_name() == "portable"


@pytest.mark.usefixtures("without_compiler")
def test_native_without_a_compiler_says_the_way_out(toy: Model) -> None:
    with pytest.raises(SimulationError, match="OSTEON_ENGINE=portable"):
        library_of(native_source(toy))


def test_an_engine_that_does_not_exist_is_named_with_those_that_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OSTEON_ENGINE", "steam")
    with pytest.raises(SimulationError, match=r"steam.*native, portable, cuda"):
        engine_name()


@needs_compiler
def test_a_library_is_compiled_once(
    toy: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path))
    path = library_of(native_source(toy))
    made = path.stat().st_mtime_ns
    assert library_of(native_source(toy)) == path
    assert path.stat().st_mtime_ns == made
    assert [left.name for left in path.parent.iterdir()] == ["kernel.so"]


@needs_compiler
def test_of_two_who_want_a_library_at_once_one_compiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path))
    caplog.set_level(logging.INFO, logger="osteon")
    source = 'extern "C" int one() { return 1; }'
    both = Barrier(2)

    def wanted() -> Path:
        both.wait()
        return library_of(source)

    with ThreadPoolExecutor(2) as threads:
        first, second = (one.result() for one in [threads.submit(wanted) for _ in range(2)])
    assert first == second
    assert len(caplog.records) == 1


@needs_compiler
def test_what_the_compiler_refuses_is_said_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path))
    with pytest.raises(SimulationError, match=r"could not compile.*portable[\s\S]*error"):
        library_of("this is not C++")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@needs_compiler
def test_both_engines_start_at_the_same_reference(toy: Model) -> None:
    rows = np.tile(np.array(toy.table.values), (3, 1))
    for one, other in zip(
        NativeKernel(toy).start(rows), PortableKernel(toy).start(rows), strict=True
    ):
        np.testing.assert_allclose(one, other, rtol=1e-14)
