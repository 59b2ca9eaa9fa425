"""An order of operations that a processor can overlap.

An exponential is a chain of some fifteen operations, each of which waits for the one before, and a
processor sees only some hundred operations ahead. Written as they were traced, exponentials that
need each other stand side by side and the processor waits; written so that others stand between
them, it has enough to do. The order is that of list scheduling: of the operations whose operands
are ready, the one with the longest way to an output comes first.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Container, Sequence

from osteon.model.graph import Graph
from osteon.model.needed import children

_LATENCY = {"exp": 60.0, "log": 70.0, "div": 14.0, "add": 4.0, "sub": 4.0, "mul": 4.0}
"""Cycles from the operands to the result, about; of what is read from memory, none."""
_OCCUPIED = {"exp": 11.0, "log": 13.0, "div": 9.0}
"""Cycles until the next operation can begin, about; of all others a half."""


def overlapped(graph: Graph, nodes: Sequence[int], known: Container[int] = ()) -> list[int]:
    """Return nodes in an order that can be overlapped, each still after what it needs.

    Parameters
    ----------
    nodes:
        In an order in which each stands after what it needs, with all of that.
    known:
        Nodes of which the operands do not count.
    """
    operands = {one: set() if one in known else set(children(graph, one)) for one in nodes}
    users: dict[int, list[int]] = defaultdict(list)
    for one in nodes:
        for operand in operands[one]:
            users[operand].append(one)
    latency = {one: _latency(graph, one, known) for one in nodes}
    way = dict.fromkeys(nodes, 0.0)
    for one in reversed(nodes):
        way[one] = latency[one] + max((way[user] for user in users[one]), default=0.0)
    lacking = {one: len(operands[one]) for one in nodes}
    ready_at = dict.fromkeys(nodes, 0.0)
    coming = [(0.0, one) for one in nodes if not lacking[one]]
    ready: list[tuple[float, int]] = []
    order: list[int] = []
    now = 0.0
    while coming or ready:
        if not ready:
            now = max(now, coming[0][0])
        while coming and coming[0][0] <= now:
            one = heapq.heappop(coming)[1]
            heapq.heappush(ready, (-way[one], one))
        one = heapq.heappop(ready)[1]
        order.append(one)
        for user in users[one]:
            ready_at[user] = max(ready_at[user], now + latency[one])
            lacking[user] -= 1
            if not lacking[user]:
                heapq.heappush(coming, (ready_at[user], user))
        now += _OCCUPIED.get(graph.operations[one].kind, 0.5) if latency[one] else 0.0
    return order


def _latency(graph: Graph, node: int, known: Container[int]) -> float:
    return 0.0 if node in known else _LATENCY.get(graph.operations[node].kind, 0.0)
