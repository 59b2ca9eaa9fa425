"""Small mechanisms whose solutions are known on paper, in one model so that one kernel serves."""

from __future__ import annotations

import importlib

from osteon.mechanism import Mechanism
from osteon.model.model import Model

NAMES = ("decay", "depot", "dwindling", "logistic", "robertson", "steady")


def toys() -> list[Mechanism]:
    """Return one of every toy."""
    modules = [importlib.import_module(f"support.toys.{name}") for name in NAMES]
    return [module.Toy() for module in modules]


def toy_model() -> Model:
    """Return the model of all toys."""
    return Model(toys())
