"""Mechanisms are strangers: they meet through named quantities and never import one another.

A mechanism is a Python file beside which its parameters stand in a .toml of the same name. Besides
other mechanisms, a mechanism leaves alone the rooms (packages) that hand mechanisms on; a helper
that is no mechanism may be shared.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
ROOMS = ("physiology", "interventions", "readouts")


def parameters_without_mechanism(source: Path) -> list[Path]:
    """Return the parameter files beside which no mechanism of the same name stands."""
    tables = (table for room in ROOMS for table in source.glob(f"osteon/{room}/**/*.toml"))
    return [table for table in tables if not table.with_suffix(".py").is_file()]


def imports_between_mechanisms(source: Path) -> list[str]:
    """Return each import of a mechanism, or of a room that hands mechanisms on, by another."""
    modules = modules_of(source)
    inside = [name for name in modules if name.split(".")[1:2] and name.split(".")[1] in ROOMS]
    mechanisms = {name for name in inside if modules[name].with_suffix(".toml").is_file()}
    closed = mechanisms | {name for name in inside if modules[name].stem == "__init__"}
    return [
        f"{name} imports {home}"
        for name in sorted(mechanisms)
        for home in sorted({home_of(target, modules) for target in imported(name, modules[name])})
        if home in closed
    ]


def modules_of(source: Path) -> dict[str, Path]:
    """Return every module of the package by its full name."""
    files = {
        file.relative_to(source).with_suffix(""): file for file in source.glob("osteon/**/*.py")
    }
    return {".".join(path.parts).removesuffix(".__init__"): file for path, file in files.items()}


def imported(module: str, file: Path) -> Iterator[str]:
    """Return the full names of what a module imports."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            place = [*above, *([node.module] if node.module else [])]
            yield from (".".join([*place, alias.name]) for alias in node.names)


def home_of(target: str, modules: dict[str, Path]) -> str:
    """Return the module of this project that holds an imported name, or nothing."""
    while target and target not in modules:
        target = target.rpartition(".")[0]
    return target


def test_every_parameter_file_belongs_to_a_mechanism() -> None:
    assert parameters_without_mechanism(SOURCE) == []


def test_no_mechanism_imports_another() -> None:
    assert imports_between_mechanisms(SOURCE) == []


@pytest.fixture
def cells(tmp_path: Path) -> Path:
    """Return a room with a helper, two mechanisms and the parameters of a third."""
    room = tmp_path / "osteon" / "physiology" / "cells"
    room.mkdir(parents=True)
    (room / "__init__.py").touch()
    (room / "shapes.py").touch()
    for name in ("osteoclasts", "osteoblasts"):
        (room / f"{name}.py").touch()
        (room / f"{name}.toml").touch()
    (room / "osteocytes.toml").touch()
    return room


def test_parameters_left_alone_are_seen(tmp_path: Path, cells: Path) -> None:
    assert parameters_without_mechanism(tmp_path) == [cells / "osteocytes.toml"]


@pytest.mark.parametrize(
    ("statement", "home"),
    [
        ("from .osteoclasts import Osteoclasts", "osteon.physiology.cells.osteoclasts"),
        ("from . import osteoclasts", "osteon.physiology.cells.osteoclasts"),
        ("import osteon.physiology.cells.osteoclasts", "osteon.physiology.cells.osteoclasts"),
        (
            "def late():\n    from ..cells.osteoclasts import x",
            "osteon.physiology.cells.osteoclasts",
        ),
        ("from osteon.physiology.cells import Osteoclasts", "osteon.physiology.cells"),
    ],
)
def test_an_import_between_mechanisms_is_seen(
    tmp_path: Path, cells: Path, statement: str, home: str
) -> None:
    (cells / "osteoblasts.py").write_text(statement)
    found = [f"osteon.physiology.cells.osteoblasts imports {home}"]
    assert imports_between_mechanisms(tmp_path) == found


@pytest.mark.parametrize(
    "statement", ["from . import shapes", "from .shapes import x", "import re"]
)
def test_a_helper_may_be_shared(tmp_path: Path, cells: Path, statement: str) -> None:
    (cells / "osteoblasts.py").write_text(statement)
    assert imports_between_mechanisms(tmp_path) == []
