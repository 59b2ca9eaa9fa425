"""From graph to text: straight-line code that computes some nodes.

A node used once is written where it is used; a node used more often gets a name of its own. What
several nodes are divided by is inverted once: a division costs as much as a dozen products.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from osteon.model.graph import Graph, Node
from osteon.model.needed import children, needed
from osteon.simulation.code.overlap import overlapped

_SIGN = {"add": "+", "sub": "-", "mul": "*", "div": "/"}
_LONGEST = 160
_LEAVES = ("state", "parameter", "input")


@dataclass(frozen=True)
class Dialect:
    """How a target language writes what a graph holds.

    Attributes
    ----------
    overlapping:
        Whether operations stand in an order that a processor can overlap, exponentials and
        logarithms on lines of their own; for compilers that keep to the order as it is written.
    """

    exp: str = "math.exp"
    log: str = "math.log"
    number: str = "{}"
    state: str = "y[{}]"
    parameter: str = "p[{}]"
    input: str = "u[{}]"
    overlapping: bool = False


def lines_for(
    graph: Graph,
    outputs: Sequence[tuple[str, Node]],
    dialect: Dialect,
    given: Mapping[int, str] | None = None,
) -> list[str]:
    """Return assignments that compute each output under its name.

    Parameters
    ----------
    outputs:
        Targets (`f[3]`) and the nodes to put there.
    given:
        Nodes that are known already, and what they are called.
    """
    known = dict(given or {})
    roots = [node.index for _, node in outputs]
    on_the_way = needed(graph, roots, known)
    if dialect.overlapping:
        on_the_way = overlapped(graph, on_the_way, known)
    uses = _uses(graph, on_the_way, roots, known)
    divisors = _shared_divisors(graph, [index for index in on_the_way if index not in known])
    inverted: set[int] = set()
    targets: dict[int, list[str]] = defaultdict(list)
    for target, node in outputs:
        targets[node.index].append(target)
    text: dict[int, str] = dict(known)
    lines: list[str] = []
    for index in on_the_way:
        if index in known:
            lines += [f"{target} = {text[index]}" for target in targets[index]]
            continue
        by = graph.operations[index].right
        if graph.operations[index].kind == "div" and by in divisors:
            if by not in inverted:
                lines.append(f"r{by} = {dialect.number.format(1.0)} / {text[by]}")
                inverted.add(by)
            written = f"({text[graph.operations[index].left]} * r{by})"
        else:
            written = _written(graph, index, text, dialect)
        kind = graph.operations[index].kind
        apart = kind in _LEAVES or (dialect.overlapping and kind in ("exp", "log"))
        if kind == "constant":
            text[index] = written
        elif apart or uses[index] > 1 or len(written) > _LONGEST:
            lines.append(f"v{index} = {written}")
            text[index] = f"v{index}"
        else:
            text[index] = written
        lines += [f"{target} = {text[index]}" for target in targets[index]]
    return lines


def _uses(
    graph: Graph, indices: Sequence[int], roots: Sequence[int], known: Mapping[int, str]
) -> Counter[int]:
    uses = Counter(roots)
    for index in indices:
        if index not in known:
            uses.update(children(graph, index))
    return uses


def _shared_divisors(graph: Graph, indices: Sequence[int]) -> set[int]:
    divided = [graph.operations[index] for index in indices]
    times = Counter(operation.right for operation in divided if operation.kind == "div")
    return {
        index
        for index, count in times.items()
        if count > 1 and graph.operations[index].kind != "constant"
    }


def _written(graph: Graph, index: int, text: Mapping[int, str], dialect: Dialect) -> str:
    operation = graph.operations[index]
    match operation.kind:
        case "constant":
            number = dialect.number.format(repr(operation.value))
            return f"({number})" if operation.value < 0 else number
        case "state":
            return dialect.state.format(operation.left)
        case "parameter":
            return dialect.parameter.format(operation.left)
        case "input":
            return dialect.input.format(operation.left)
        case "exp" | "log":
            name = dialect.exp if operation.kind == "exp" else dialect.log
            return f"{name}({text[operation.left]})"
        case kind:
            return f"({text[operation.left]} {_SIGN[kind]} {text[operation.right]})"
