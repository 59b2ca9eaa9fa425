"""The hazards of fracture as functions of some parameters, with all else computed once.

The model's graph is cut where these parameters come in: what does not depend on them is kept as
arrays, and what does is short. So the fit reads the law where it is written, and a candidate costs
a few products.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.model.graph import Graph, Node
from osteon.model.model import Model
from osteon.model.needed import children, needed
from osteon.model.roster import Key
from osteon.simulation.code.emit import lines_for
from osteon.simulation.quantities import DIALECT
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
KINDS = ("fracture_vertebral", "fracture_hip", "fracture_upper_limb", "fracture_elsewhere")


@dataclass(frozen=True, eq=False)
class Hazards:
    """The hazards of all kinds of fracture, cut at some parameters.

    Attributes
    ----------
    keep:
        (states, parameters, inputs) -> what does not depend on the parameters.
    count:
        (what was kept, parameters) -> the hazard of each kind, shape (people, times) each.
    """

    keep: Callable[..., tuple[Array, ...]]
    count: Callable[[tuple[Array, ...], Array], tuple[Array, ...]]

    def kept(self, course: Trajectory) -> tuple[Array, ...]:
        """Return what of a course does not depend on the parameters."""
        with np.errstate(divide="ignore"):
            return self.keep(course.states, course.parameters, course.inputs)


@lru_cache(maxsize=8)
def hazards_cut_at(model: Model, columns: tuple[int, ...]) -> Hazards:
    """Return the hazards of a model as functions of the parameters in some columns."""
    graph = model.trace.graph
    hazards = [model.trace.quantities[Key(kind)] for kind in KINDS]
    cut = _cut(graph, [node.index for node in hazards], columns)
    names = [f"k[{place}]" for place in range(len(cut))]
    first = lines_for(graph, [(f"w{i}", Node(graph, i)) for i in cut], DIALECT)
    second = lines_for(
        graph,
        [(f"h{place}", node) for place, node in enumerate(hazards)],
        DIALECT,
        dict(zip(cut, names, strict=True)),
    )
    return Hazards(
        _function("y, p, u", first, [f"w{i}" for i in cut]),
        _function("k, p", second, [f"h{place}" for place in range(len(hazards))]),
    )


def _cut(graph: Graph, roots: list[int], columns: tuple[int, ...]) -> list[int]:
    """Return the nodes that do not depend on the columns while what they are read by does."""
    moving: set[int] = set()
    read: list[int] = []
    for index in needed(graph, roots, {}):
        operation = graph.operations[index]
        below = list(children(graph, index))
        if (operation.kind == "parameter" and operation.left in columns) or moving & set(below):
            moving.add(index)
            read += below
    still = dict.fromkeys(index for index in [*read, *roots] if index not in moving)
    return [index for index in still if graph.operations[index].kind != "constant"]


def _function(
    arguments: str, lines: list[str], results: list[str]
) -> Callable[..., tuple[Array, ...]]:
    body = "\n".join(f"    {line}" for line in [*lines, f"return ({', '.join(results)},)"])
    space: dict[str, object] = {"np": np}
    exec(f"def written({arguments}):\n{body}\n", space)
    written: Callable[..., tuple[Array, ...]] = space["written"]  # type: ignore[assignment]
    return written
