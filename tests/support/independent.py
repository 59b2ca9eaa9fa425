"""A second way from a model to numbers: its own emitter, and SciPy's solvers.

It shares the model's graph with the kernel and nothing else: no generated text, no sharing of
constants, no Jacobian, no elimination, no integrator.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from types import ModuleType

import numpy as np
from scipy.integrate import solve_ivp

from osteon.model.graph import Node
from osteon.model.model import Model
from osteon.simulation.calendar import Calendar

Array = np.ndarray
_LEAF = {"state": "y[{}]", "parameter": "p[{}]", "input": "u[{}]"}
_SIGN = {"add": "+", "sub": "-", "mul": "*", "div": "/"}


def function_of(
    nodes: Sequence[Node], numbers: ModuleType = math
) -> Callable[[Array, Array, Array], list[float]]:
    """Return a plain Python function (states, parameters, inputs) -> values of some nodes.

    `numbers` is the module of exp and log: math, or cmath for complex numbers.
    """
    graph = nodes[0].graph
    wanted = {node.index for node in nodes}
    for index in range(len(graph.operations) - 1, -1, -1):
        operation = graph.operations[index]
        if index in wanted and operation.kind not in (*_LEAF, "constant"):
            wanted |= {operation.left, operation.right} - {-1}
    lines = []
    for index in sorted(wanted):
        kind, left, right, value = graph.operations[index]
        if kind == "constant":
            text = f"{value!r}"
        elif kind in _LEAF:
            text = _LEAF[kind].format(left)
        elif kind in ("exp", "log"):
            text = f"{kind}(n{left})"
        else:
            text = f"n{left} {_SIGN[kind]} n{right}"
        lines.append(f"    n{index} = {text}")
    results = ", ".join(f"n{node.index}" for node in nodes)
    space: dict[str, object] = {"exp": numbers.exp, "log": numbers.log}
    exec("def values(y, p, u):\n" + "\n".join(lines) + f"\n    return [{results}]", space)
    return space["values"]


@lru_cache(maxsize=8)
def rates_of(model: Model) -> Callable[[Array, Array, Array], list[float]]:
    """Return the rates of a model as a plain Python function."""
    return function_of(model.trace.rates)


def solve_one(
    model: Model,
    begin: Array,
    parameters: Array,
    start: float,
    calendar: Calendar,
    times: Array,
    tolerance: float = 1e-10,
    method: str = "LSODA",
) -> Array:
    """Return one person's states at the times, solved from change to change by SciPy.

    An output at the time of a change is read before the dose that is given then.
    """
    rates = rates_of(model)
    p = parameters.tolist()
    out = np.empty((len(times), len(begin)))
    out[times <= start] = begin
    edges = [t for t in calendar.changes if start < t < times[-1]]
    state, left = begin.copy(), start
    for right in [*edges, float(times[-1])]:
        interval = int(np.searchsorted(calendar.changes, left, side="right")) - 1
        if calendar.changes[interval] == left:
            state = state + calendar.doses[interval]
        u = calendar.inputs[0, interval].tolist()
        inside = (times > left) & (times <= right)
        solution = solve_ivp(
            lambda t, y, u=u: rates(y.tolist(), p, u),
            (left, right),
            state,
            method=method,
            t_eval=np.union1d(times[inside], [right]),
            rtol=tolerance,
            atol=1e-12,
        )
        assert solution.success, solution.message
        out[inside] = solution.y.T[: int(inside.sum())]
        state, left = solution.y[:, -1], right
    return out
