"""What a kernel follows from, told without writing its code.

Writing the code of a model takes longer than all else that a start needs, and a kernel that has
been compiled before needs none of it. Its code follows from the model's equations (the graph that
they are traced to), from what writes code, from the precision and from what is followed beside the
states; these name it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from osteon.model import derivative, graph, needed
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation import code
from osteon.simulation.problem import Precision

_KINDS = (".py", ".h")


def recipe(
    model: Model, precision: Precision = Precision.DOUBLE, columns: tuple[int, ...] = ()
) -> str:
    """Return a name for the code of a model's kernel: the same name, the same code.

    Parameters
    ----------
    columns:
        Parameters whose slopes are carried along.
    """
    return _named(f"{precision} {columns} {_sizes(model)} {_writers()} {model.trace.mark}")


def recipe_of_readings(model: Model, keys: Sequence[Key]) -> str:
    """Return a name for the code that reads some quantities of a model."""
    mark = model.trace.mark_of([model.trace.quantities[key] for key in keys])
    return _named(f"readings {_sizes(model)} {_writers()} {mark}")


def _named(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()


def _sizes(model: Model) -> tuple[int, int, int]:
    return len(model.states), len(model.inputs), len(model.table.columns)


@lru_cache(maxsize=1)
def _writers() -> str:
    """Return a hash of the files that write kernels."""
    made = hashlib.sha256()
    for path in _files():
        made.update(path.read_bytes())
    return made.hexdigest()


def _files() -> Iterator[Path]:
    """Yield the files that decide on a kernel's code, and the integrator in it."""
    yield from (Path(str(module.__file__)) for module in (graph, derivative, needed))
    for folder in (Path(str(code.__file__)).parent, Path(__file__).parent):
        yield from sorted(path for path in folder.iterdir() if path.suffix in _KINDS)
