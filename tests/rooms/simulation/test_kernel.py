"""The kernel: compiled once, kept on disk by its own hash, announced in one line."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest

from osteon.cache import cache_folder
from osteon.model.model import Model
from osteon.simulation.portable.kernel import functions_of
from osteon.simulation.portable.source import portable_source


def test_the_cache_is_where_the_reader_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTEON_CACHE", "/somewhere/else")
    assert cache_folder() == Path("/somewhere/else")
    monkeypatch.setenv("OSTEON_CACHE", "")
    assert cache_folder().name == "osteon"


def test_a_kernel_is_written_once_and_announced_then(
    toy: Model,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path))
    caplog.set_level(logging.INFO, logger="osteon")
    make = functions_of.__wrapped__
    first = make(toy)
    assert [record.message for record in caplog.records] == [
        "compiling the kernel of this model, once (about a minute)"
    ]
    again = make(toy)
    assert len(caplog.records) == 1
    assert again.__file__ == first.__file__
    assert [path.name for path in tmp_path.rglob("*.py")] == ["kernel.py"]
    assert not list(tmp_path.rglob("*.part"))


def test_another_source_is_another_file(
    toy: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path))
    make = functions_of.__wrapped__
    changed = portable_source(toy) + "\n# another version"
    first = make(toy)
    monkeypatch.setattr("osteon.simulation.portable.kernel.portable_source", lambda model: changed)
    assert make(toy).__file__ != first.__file__


def test_the_kernel_starts_at_the_reference_that_the_mechanisms_state(toy: Model) -> None:
    kernel = functions_of(toy)
    states, inputs = np.empty(kernel.STATES), np.full(len(toy.inputs), np.nan)
    kernel.start(np.array(toy.table.values), states, inputs)
    begin = dict(zip(map(str, toy.states), states.tolist(), strict=True))
    assert begin == {
        "decaying_level": 0.0,
        "depot": 0.0,
        "dwindling_level": 1.0,
        "first_substance": 1.0,
        "logistic_level": 1.0,
        "second_substance": 0.0,
        "steady_level": 1.0,
        "third_substance": 0.0,
    }
    assert inputs.tolist() == [0.0]


def test_the_source_is_python_that_needs_nothing_of_the_project(model: Model) -> None:
    source = portable_source(model)
    compile(source, "kernel.py", "exec")
    assert "import osteon" not in source
    assert "from osteon" not in source
