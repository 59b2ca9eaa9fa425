"""The ready models: found, not listed, so that new biology is a new file and nothing else."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import lru_cache

from osteon.mechanism import Mechanism
from osteon.model.kept import kept
from osteon.model.model import Model

_ROOMS = ("osteon.physiology", "osteon.interventions", "osteon.readouts")


def mechanisms() -> list[Mechanism]:
    """Return one of every mechanism of the library."""
    found: list[Mechanism] = []
    for room in _ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, prefix=f"{room}."):
            contents = vars(importlib.import_module(module.name)).values()
            found += [
                member()
                for member in contents
                if inspect.isclass(member)
                and issubclass(member, Mechanism)
                and member.__module__ == module.name
                and hasattr(member, "grade")
            ]
    return found


@lru_cache(maxsize=1)
def standard() -> Model:
    """Return the standard model: all mechanisms of the library."""
    folders = [path for room in _ROOMS for path in importlib.import_module(room).__path__]
    return kept(folders, lambda: Model(mechanisms()))
