"""Any quantity of the model along a trajectory, from the same graph as the kernel."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.code.emit import Dialect, lines_for

Array = NDArray[np.float64]


class Columns(Protocol):
    """An array, or what gives its columns when asked: `inputs[..., 3]`."""

    def __getitem__(self, place: Any, /) -> Any: ...


DIALECT = Dialect(
    exp="np.exp",
    log="np.log",
    state="y[..., {}]",
    parameter="p[:, None, {}]",
    input="u[..., {}]",
)


@lru_cache(maxsize=512)
def quantity_function(model: Model, key: Key) -> Callable[[Array, Array, Columns], Array]:
    """Return the function (states, parameters, inputs) -> values, shape (people, times)."""
    node = model.trace.quantities[key]
    body = "\n".join(
        "    " + line for line in lines_for(model.trace.graph, [("result", node)], DIALECT)
    )
    space: dict[str, object] = {"np": np}
    exec(f"def quantity(y, p, u):\n{body}\n    return result + 0.0 * y[..., 0]\n", space)
    quantity: Callable[[Array, Array, Columns], Array] = space["quantity"]  # type: ignore[assignment]

    def without_warning(states: Array, parameters: Array, inputs: Columns) -> Array:
        """Return the quantity; the logarithm of an intake of zero is minus infinity, and meant."""
        with np.errstate(divide="ignore"):
            return quantity(states, parameters, inputs)

    return without_warning
