"""Products put together anew: the same numbers, with fewer exponentials and divisions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from osteon.model.graph import Depends, Graph, Node
from osteon.model.model import Model
from osteon.simulation.code.emit import Dialect, lines_for
from osteon.simulation.code.fusion import fused

NUMBERS = some.floats(0.2, 3.0)


def value(graph: Graph, node: Node, states: list[float], parameters: list[float]) -> float:
    """Return what the written code computes."""
    space: dict[str, object] = {"math": math, "y": states, "p": parameters}
    exec("\n".join(lines_for(graph, [("found", node)], Dialect())), space)
    found = space["found"]
    assert isinstance(found, float)
    return found


def kinds(graph: Graph, node: Node) -> list[str]:
    """Return the operations that a node is made of."""
    seen: set[int] = set()
    stack = [node.index]
    while stack:
        index = stack.pop()
        if index in seen:
            continue
        seen.add(index)
        operation = graph.operations[index]
        if operation.kind not in ("constant", "state", "parameter", "input"):
            stack += [child for child in (operation.left, operation.right) if child >= 0]
    return [graph.operations[index].kind for index in seen]


def symbols(graph: Graph) -> tuple[list[Node], list[Node]]:
    return (
        [graph.symbol("state", place, Depends.STATES) for place in range(3)],
        [graph.symbol("parameter", place, Depends.PARAMETERS) for place in range(2)],
    )


@given(data=some.data(), y=some.tuples(*[NUMBERS] * 3), p=some.tuples(*[NUMBERS] * 2))
def test_any_expression_keeps_its_value(
    data: some.DataObject, y: tuple[float, ...], p: tuple[float, ...]
) -> None:
    graph = Graph()
    states, parameters = symbols(graph)
    pool = [*states, *parameters, graph.constant(1.5)]
    for _ in range(data.draw(some.integers(3, 14))):
        a, b = (pool[data.draw(some.integers(0, len(pool) - 1))] for _ in range(2))
        make = data.draw(some.sampled_from(["add", "mul", "div", "power", "log", "fall"]))
        one = {
            "add": lambda a=a, b=b: a / (1.0 + a) + b / (1.0 + b),
            "mul": lambda a=a, b=b: a * b / (1.0 + a),
            "div": lambda a=a, b=b: a / b / (1.0 + a / b),
            "power": lambda a=a, b=b: (a / (1.0 + a)) ** (b / (1.0 + b)),
            "log": lambda a=a, b=b: 3.0 + (a / (1.0 + a) * (0.1 + b / (1.0 + b))).log() * 0.1,
            "fall": lambda a=a, b=b: (0.0 - a / (1.0 + a)).exp() / (b / (1.0 + b)).exp(),
        }[make]()
        pool.append(one)
    made, found = fused(graph, pool[-3:])
    for old, new in zip(pool[-3:], found, strict=True):
        expected = value(graph, old, list(y), list(p))
        assert value(made, new, list(y), list(p)) == pytest.approx(expected, rel=1e-11)


def test_a_product_of_powers_needs_one_exponential() -> None:
    graph = Graph()
    (x, y, z), (n, m) = symbols(graph)
    made, (found,) = fused(graph, [n * x**m / (y**n * z) / (1.0 + x)])
    assert kinds(made, found).count("exp") == 1
    assert kinds(made, found).count("div") == 1


def test_the_logarithm_of_what_is_known_is_taken_before_the_step() -> None:
    graph = Graph()
    (x, _, _), (n, m) = symbols(graph)
    made, found = fused(graph, [(n * x).log(), (m * x).log(), (m * x.exp()).log()])
    moving = {
        index
        for node in found
        for index in range(node.index + 1)
        if made.operations[index].kind == "log" and made.depends[index] is Depends.STATES
    }
    assert len(moving) == 1


def test_a_power_that_is_needed_elsewhere_is_kept() -> None:
    graph = Graph()
    (x, y, _), _ = symbols(graph)
    power = x.exp()
    made, found = fused(graph, [power, power * y.exp()])
    assert sum(kinds(made, node).count("exp") for node in found[:1]) == 1
    assert kinds(made, found[1]).count("exp") == 2


def test_the_model_itself_needs_far_fewer(model: Model) -> None:
    """Its folds are powers that multiply each other."""
    before = model.trace.graph
    made, found = fused(before, model.trace.rates)

    def count(graph: Graph, nodes: list[Node]) -> int:
        lines = lines_for(graph, [(f"f[{i}]", node) for i, node in enumerate(nodes)], Dialect())
        return "\n".join(lines).count("math.exp(")

    assert count(made, found) < 0.8 * count(before, list(model.trace.rates))
