"""Write a mechanism beside a parameter file, as a contributor would, and put it into a model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from osteon.mechanism import Mechanism
from osteon.vocabulary.quantity import Quantity, at_each_site

ASSUMED = 'origin = { method = "assumed", reason = "a round number for a test" }'
LEVEL = Quantity("test_level", "mg", "A level that a test owns.", "x")
FLUX = Quantity("test_flux", "", "A flux that a test opens.", "f")
SHARE = Quantity("test_share", "", "A share that a test defines.", "s")
LOCAL = at_each_site("test_local", "", "A level that a test owns at every site.", "l")

Place = Callable[..., Mechanism]


def parameter(name: str, value: object = 1.0, unit: str = "", origin: str = ASSUMED) -> str:
    """Return a parameter as a TOML file holds it."""
    text = f'[{name}]\nvalue = {value}\nunit = "{unit}"\n'
    return text + f'meaning = "A number that a test needs."\n{origin}\n'


def placing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Return a function that gives a mechanism class a module, and a TOML beside it."""

    def place(kind: type[Mechanism], name: str, toml: str = "") -> Mechanism:
        module = ModuleType(name)
        module.__file__ = str(folder / f"{name}.py")
        monkeypatch.setitem(sys.modules, name, module)
        kind.__module__ = name
        if toml:
            (folder / f"{name}.toml").write_text(toml, encoding="utf-8")
        return kind()

    return place
