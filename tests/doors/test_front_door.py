"""The front door: what `osteon` offers, the schemas it publishes, the example it shows."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest
from doors.outside import ROOT, Osteon

import osteon
from osteon.cli.schema import schema_text


def test_every_name_is_there() -> None:
    assert dir(osteon) == sorted(osteon.__all__)
    for name in osteon.__all__:
        assert getattr(osteon, name) is not None
    with pytest.raises(AttributeError, match="Pearson"):
        _ = osteon.Pearson  # type: ignore[attr-defined]


def test_the_version_is_the_packages(osteon: Osteon) -> None:
    import osteon as package

    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert package.__version__ == stated
    ended = osteon("--version")
    assert (ended.returncode, ended.stdout) == (0, f"osteon {stated}\n")


@pytest.mark.parametrize("kind", ["case", "trial"])
def test_published_schemas_are_current(kind: str) -> None:
    published = (ROOT / "schemas" / f"{kind}.schema.json").read_text("utf-8")
    assert published == schema_text(kind), f"run: osteon schema {kind} > schemas/{kind}.schema.json"
    json.loads(published)


def test_the_example_of_the_readme_runs_as_written() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    [block] = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    space: dict[str, Any] = {}
    exec(compile(block, "README.md", "exec"), space)
    forecast = space["forecast"]
    assert forecast.strategies == ("anastrozole",)
    assert forecast.months[-1] == 120
    assert forecast["anastrozole"].bmd_lumbar_spine.change.at(36).median < 0.0
