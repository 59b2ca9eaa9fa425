"""The door is light: naming the package or asking for help loads nothing that computes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ENGINES = {"numpy", "numba", "scipy", "symengine", "pandas", "pyarrow", "xarray", "matplotlib"}


def loaded_by(statements: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded when it ends."""
    report = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    command = [sys.executable, "-c", report + statements]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
    return {name.partition(".")[0] for name in ended.stderr.split()}


def test_importing_the_package_stays_light() -> None:
    heavy = ENGINES | {"typer"}
    assert heavy & loaded_by("import osteon; assert osteon.__file__") == set()


@pytest.mark.parametrize(
    "door",
    [
        "from osteon.cli import main; main()",
        "import runpy; runpy.run_module('osteon', run_name='__main__')",
    ],
    ids=["osteon", "python -m osteon"],
)
def test_asking_for_help_stays_light(door: str) -> None:
    heavy = ENGINES | {"pydantic", "yaml"}
    assert heavy & loaded_by(f"sys.argv = ['osteon', '--help']; {door}") == set()


def test_a_forecast_loads_no_engine_but_its_own() -> None:
    case = Path(__file__).parents[2] / "examples" / "anastrozole.yaml"
    told = f"sys.argv = ['osteon', 'simulate', {str(case)!r}, '--members', '8']"
    loaded = loaded_by(f"{told}; from osteon.cli import main; main()")
    assert (ENGINES - {"numpy", "numba"}) & loaded == set()


def test_what_is_heavy_would_be_seen() -> None:
    assert {"numpy", "scipy"} <= loaded_by("import scipy")
