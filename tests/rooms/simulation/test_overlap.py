"""An order in which operations overlap: all of them, and nothing before what it needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from osteon.model.graph import Depends, Graph, Node
from osteon.model.needed import children, needed
from osteon.simulation.code.emit import Dialect, lines_for
from osteon.simulation.code.overlap import overlapped


def state(graph: Graph, place: int) -> Node:
    return graph.symbol("state", place, Depends.STATES)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Graph, list[int]]:
    graph = Graph()
    nodes = [state(graph, place) for place in range(3)]
    for _ in range(draw(st.integers(1, 40))):
        left, right = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        kind = draw(st.sampled_from(["exp", "log", "add", "mul"]))
        nodes.append(
            graph.unary(kind, left) if kind in ("exp", "log") else graph.binary(kind, left, right)
        )
    return graph, needed(graph, [node.index for node in nodes[-3:]])


@given(graphs())
def test_everything_stands_once_and_after_what_it_needs(made: tuple[Graph, list[int]]) -> None:
    graph, nodes = made
    found = overlapped(graph, nodes)
    assert sorted(found) == nodes
    place = {one: number for number, one in enumerate(found)}
    for one in nodes:
        assert all(place[operand] < place[one] for operand in children(graph, one))


def test_what_is_known_waits_for_nothing() -> None:
    graph = Graph()
    known = state(graph, 0).exp()
    result = known * state(graph, 1)
    nodes = needed(graph, [result.index], {known.index})
    assert overlapped(graph, nodes, {known.index})[-1] == result.index


def test_chains_of_exponentials_take_turns() -> None:
    graph = Graph()
    chains = [state(graph, place).exp().exp().exp() for place in range(3)]
    outputs = [(f"f[{place}]", node) for place, node in enumerate(chains)]
    written = [
        line for line in lines_for(graph, outputs, Dialect(overlapping=True)) if "exp" in line
    ]
    first, second = written[:3], written[3:6]
    for line in first:
        name = line.partition(" = ")[0]
        assert not any(f"({name})" in other for other in first)
        assert any(f"({name})" in other for other in second)
    traced = [line for line in lines_for(graph, outputs, Dialect()) if "exp" in line]
    assert traced[0].count("exp") == 3
