"""The parts of a kernel as tables of steps, for a model that is asked too seldom to be compiled.

A step is one operation on cells of a few arrays. A program of a page follows any table, so that a
model of any size is ready in seconds; it is several times slower than its own compiled code.
The arrays are the arguments of the functions (`parts`), and scratch for what comes between.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from osteon.model.graph import Graph, Node
from osteon.model.needed import children
from osteon.simulation.code.composition import Composition


class Space(IntEnum):
    """The arrays in which a step finds and leaves its numbers."""

    STATES = 0
    CONSTANTS = 1
    PARAMETERS = 2
    INPUTS = 3
    RATES = 4
    SLOPES = 5
    FACTORS = 6
    RIGHT_SIDE = 7
    DIAGONAL = 8
    NUMBERS = 9
    SCRATCH = 10


class Kind(IntEnum):
    """What a step does; `less` takes a product away from what stands there already."""

    COPY = 0
    ADD = 1
    SUB = 2
    MUL = 3
    DIV = 4
    EXP = 5
    LOG = 6
    LESS = 7
    INVERSE = 8


class Cell(NamedTuple):
    """A place in an array."""

    space: Space
    place: int


class Step(NamedTuple):
    """One operation; of an operation on one number, both sides are the same."""

    kind: Kind
    to: Cell
    left: Cell
    right: Cell


class Tables:
    """The steps of each function by name, the numbers that stand in them, and room for scratch."""

    def __init__(self, made: Composition) -> None:
        self.numbers: list[float] = []
        self.scratch = 1
        states = len(made.model.states)
        known = {index: Cell(Space.CONSTANTS, k) for k, index in enumerate(made.constants)}
        prepared = [(known[index], Node(made.graph, index)) for index in made.constants]
        rates = [(Cell(Space.RATES, i), node) for i, node in enumerate(made.rates)]
        slopes = [(Cell(Space.SLOPES, k), node) for k, node in enumerate(made.slopes)]
        begin = [(Cell(Space.STATES, i), one) for i, one in enumerate(made.start[:states])]
        begin += [(Cell(Space.INPUTS, i), one) for i, one in enumerate(made.start[states:])]
        self.steps = {
            "prepare": self._steps(made.graph, prepared, {}),
            "rates": self._steps(made.graph, rates, known),
            "rates_and_jacobian": self._steps(made.graph, rates + slopes, known),
            "factor": self._factor(made),
            "solve": _solve(made),
            "start": self._steps(made.model.trace.graph, begin, {}),
        }

    def _number(self, value: float) -> Cell:
        if value not in self.numbers:
            self.numbers.append(value)
        return Cell(Space.NUMBERS, self.numbers.index(value))

    def _steps(
        self, graph: Graph, outputs: Sequence[tuple[Cell, Node]], known: dict[int, Cell]
    ) -> list[Step]:
        at = dict(known)
        steps: list[Step] = []
        for index in _needed(graph, [node.index for _, node in outputs], known):
            if index in at:
                continue
            operation = graph.operations[index]
            match operation.kind:
                case "constant":
                    at[index] = self._number(operation.value)
                case "state" | "parameter" | "input":
                    at[index] = Cell(Space[f"{operation.kind.upper()}S"], operation.left)
                case kind:
                    left = at[operation.left]
                    right = at[operation.right] if operation.right >= 0 else left
                    at[index] = Cell(Space.SCRATCH, len(steps))
                    steps.append(Step(Kind[kind.upper()], at[index], left, right))
        self.scratch = max(self.scratch, len(steps))
        return steps + [Step(Kind.COPY, to, at[one.index], at[one.index]) for to, one in outputs]

    def _factor(self, made: Composition) -> list[Step]:
        """Return the steps that `Plan.factor_lines` writes out."""
        plan, zero = made.plan, self._number(0.0)
        given = {entry: Cell(Space.SLOPES, k) for k, entry in enumerate(made.entries)}
        place = {state: rank for rank, state in enumerate(plan.order)}
        rows: dict[int, list[int]] = {state: [] for state in plan.order}
        for i, j in plan.slots:
            rows[i].append(j)

        def slot(i: int, j: int) -> Cell:
            return Cell(Space.FACTORS, plan.slots[i, j])

        steps: list[Step] = []
        for i in plan.order:
            for j in rows[i]:
                begin = Cell(Space.DIAGONAL, 0) if i == j else zero
                steps.append(Step(Kind.SUB, slot(i, j), begin, given.get((i, j), zero)))
                for k in rows[i]:
                    if place[k] < min(place[i], place[j]) and (k, j) in plan.slots:
                        steps.append(Step(Kind.LESS, slot(i, j), slot(i, k), slot(k, j)))
                if i == j:
                    steps.append(Step(Kind.INVERSE, slot(i, j), slot(i, j), slot(i, j)))
                elif place[j] < place[i]:
                    steps.append(Step(Kind.MUL, slot(i, j), slot(i, j), slot(j, j)))
        return steps


def _solve(made: Composition) -> list[Step]:
    """Return the steps that `Plan.solve_lines` writes out."""
    plan = made.plan
    place = {state: rank for rank, state in enumerate(plan.order)}

    def less(i: int, others: Sequence[int]) -> list[Step]:
        return [
            Step(Kind.LESS, _side(i), Cell(Space.FACTORS, plan.slots[i, j]), _side(j))
            for j in others
            if (i, j) in plan.slots
        ]

    steps = [step for i in plan.order for step in less(i, plan.order[: place[i]])]
    for i in reversed(plan.order):
        steps += less(i, plan.order[place[i] + 1 :])
        steps.append(Step(Kind.MUL, _side(i), _side(i), Cell(Space.FACTORS, plan.slots[i, i])))
    return steps


def _side(state: int) -> Cell:
    return Cell(Space.RIGHT_SIDE, state)


def _needed(graph: Graph, roots: Sequence[int], known: dict[int, Cell]) -> list[int]:
    needed: set[int] = set()
    stack = list(roots)
    while stack:
        index = stack.pop()
        if index not in needed:
            needed.add(index)
            stack += [] if index in known else children(graph, index)
    return sorted(needed)
