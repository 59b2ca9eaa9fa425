"""The reference of Python: what public functions return is told, and signatures are Python."""

from __future__ import annotations

import ast
import inspect
import re

import pytest
from generators.python_api import python_page

import osteon


@pytest.fixture(scope="module")
def page() -> str:
    return python_page()


def test_what_functions_return_is_told(page: str) -> None:
    functions = [
        one
        for name in osteon.__all__
        if not inspect.isclass(one := getattr(osteon, name)) and callable(one)
    ]
    returned = {str(inspect.signature(one).return_annotation) for one in functions}
    assert {"Forecast", "TrialOutcome", "Model"} <= returned
    assert [name for name in returned if f"\n### {name}\n" not in page] == []


def test_what_comes_out_of_a_forecast_is_told(page: str) -> None:
    for kind, member in (
        ("Outcome", ".t_score()"),
        ("Series", ".at()"),
        ("People", ".to_pandas()"),
    ):
        part = page.partition(f"\n### {kind}\n")[2].partition("\n### ")[0]
        assert f"| `{member}` |" in part


def test_a_signature_is_python(page: str) -> None:
    signatures = re.findall(r"```python\n(\w+\(.*)\n```", page)
    assert any(" = 'bmd_lumbar_spine'" in one for one in signatures)
    for one in signatures:
        ast.parse(f"def {one}: ...")
