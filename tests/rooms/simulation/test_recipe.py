"""A kernel is found again without its code being written, and never taken for another's."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.toys import toys

from osteon.model.model import Model
from osteon.simulation.native import kernel, recipe
from osteon.simulation.native.compiler import compiler
from osteon.simulation.native.kernel import NativeKernel
from osteon.simulation.native.source import native_source
from osteon.simulation.problem import Precision

needs_compiler = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")


def test_a_recipe_is_the_same_before_and_after_derivatives_are_asked_for(toy: Model) -> None:
    again = Model(toy.mechanisms)
    before = recipe.recipe(again)
    assert again.trace.jacobian
    assert recipe.recipe(again) == before == recipe.recipe(toy)


def test_another_equation_or_precision_is_another_recipe(toy: Model) -> None:
    smaller = Model(toys()[:1])
    assert native_source(smaller) != native_source(toy)
    assert recipe.recipe(smaller) != recipe.recipe(toy)
    assert recipe.recipe(toy, Precision.SINGLE) != recipe.recipe(toy)


def test_every_file_that_writes_a_kernel_is_in_its_recipe() -> None:
    names = {path.name for path in recipe._files()}
    assert {"graph.py", "derivative.py", "emit.py", "fusion.py"} <= names
    assert {"elimination.py", "parts.py", "source.py"} <= names
    assert {"integrate.h", "rodas.h", "outputs.h", "lanes.h"} <= names
    assert {f"exponentials_{precision}.h" for precision in Precision} <= names


def test_a_changed_writer_is_another_recipe(
    toy: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tmp_path / "emit.py"
    changed.write_text("# written otherwise", "utf-8")
    before = recipe.recipe(toy)
    monkeypatch.setattr(recipe, "_files", lambda: iter([changed]))
    recipe._writers.cache_clear()
    try:
        assert recipe.recipe(toy) != before
    finally:
        recipe._writers.cache_clear()


@needs_compiler
def test_a_kernel_that_was_compiled_before_needs_no_code(
    toy: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path))
    NativeKernel(toy)

    def refused(*_: object) -> str:
        raise AssertionError("the code was written again")

    monkeypatch.setattr(kernel, "native_source", refused)
    NativeKernel(toy)
    with pytest.raises(AssertionError, match="written again"):
        NativeKernel(toy, Precision.SINGLE)
