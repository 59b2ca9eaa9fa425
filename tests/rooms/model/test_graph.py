"""The graph of operations: each once, simplified, with exact derivatives."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.independent import function_of

from osteon.mechanism import exp, hill, log, saturation
from osteon.model.derivative import jacobian
from osteon.model.graph import Depends, Graph, Node

sizes = st.floats(0.2, 5.0)


@pytest.fixture
def graph() -> Graph:
    """Return an empty graph."""
    return Graph()


def state(graph: Graph, place: int = 0) -> Node:
    """Return the symbol of a state."""
    return graph.symbol("state", place, Depends.STATES)


def test_an_operation_stands_once_however_it_is_written(graph: Graph) -> None:
    x, y = state(graph, 0), state(graph, 1)
    assert (x * y + 1.0).index == (1.0 + y * x).index
    assert exp(x).index == exp(x).index
    assert (x - y).index != (y - x).index
    assert (x / y).index != (y / x).index


def test_zeros_and_ones_leave_no_trace(graph: Graph) -> None:
    x = state(graph)
    for same in (x + 0.0, 0.0 + x, x - 0.0, x * 1.0, 1.0 * x, x / 1.0, x**1):
        assert same.index == x.index
    for nothing in (x * 0.0, 0.0 * x, 0.0 / x, x - x):
        assert nothing.known == 0.0
    assert (x / x).known == 1.0


def test_numbers_are_computed_at_once(graph: Graph) -> None:
    two, three = graph.constant(2), graph.constant(3)
    assert (two * three + two / three - 1.0).known == 6 + 2 / 3 - 1
    assert log(exp(two)).known == pytest.approx(2.0)
    assert (-two).known == -2.0


def test_what_a_node_depends_on_is_the_fastest_of_its_parts(graph: Graph) -> None:
    p = graph.symbol("parameter", 0, Depends.PARAMETERS)
    u = graph.symbol("input", 0, Depends.INPUTS)
    x = state(graph)
    assert graph.depends[(p * 2.0).index] is Depends.PARAMETERS
    assert graph.depends[(p * u).index] is Depends.INPUTS
    assert graph.depends[exp(u + x).index] is Depends.STATES
    assert graph.depends[graph.constant(1.0).index] is Depends.NOTHING


def test_what_is_no_number_is_refused(graph: Graph) -> None:
    with pytest.raises(TypeError):
        state(graph) + "one"


SHAPES: dict[str, Callable] = {
    "sum": lambda x, y: x + 2.0 * y - x * y,
    "quotient": lambda x, y: (x - y) / (x + y),
    "whole power": lambda x, y: x**4 + y**3 - x**2,
    "power": lambda x, y: x**y,
    "falling power": lambda x, y: x ** (-(y * 0.5)),
    "exponential": lambda x, y: exp(-(x * y)) + exp(x),
    "logarithm": lambda x, y: log(x + y) * x,
    "saturation": lambda x, y: saturation(x, y),
    "hill": lambda x, y: hill(x, y, 2.5 + 0.0 * x),
    "shared": lambda x, y: exp(x) * exp(x) / (1.0 + exp(x) * y),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@given(x=sizes, y=sizes)
def test_derivatives_are_exact(shape: Callable, x: float, y: float) -> None:
    """Against a complex step, which has no rounding of differences."""
    graph = Graph()
    node = shape(state(graph, 0), state(graph, 1))
    entries = jacobian(graph, [node])
    slopes = [entries.get((0, j), graph.constant(0.0)) for j in (0, 1)]
    values = function_of([node, *slopes])([x, y], [], [])
    if not all(math.isfinite(value) and abs(value) < 1e8 for value in values):
        return
    assert values[0] == pytest.approx(complex_value(shape, x, y).real, rel=1e-10)
    step = 1e-30
    for found, dx, dy in zip(values[1:], (step, 0), (0, step), strict=True):
        exact = complex_value(shape, x + 1j * dx, y + 1j * dy).imag / step
        assert found == pytest.approx(exact, rel=1e-9, abs=1e-9)


class Complex:
    """A complex number that has the named shapes."""

    def __init__(self, value: complex) -> None:
        self.value = np.complex128(value)

    def __add__(self, other: object) -> Complex:
        return Complex(self.value + number(other))

    __radd__ = __add__

    def __sub__(self, other: object) -> Complex:
        return Complex(self.value - number(other))

    def __mul__(self, other: object) -> Complex:
        return Complex(self.value * number(other))

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> Complex:
        return Complex(self.value / number(other))

    def __rtruediv__(self, other: object) -> Complex:
        return Complex(number(other) / self.value)

    def __pow__(self, other: object) -> Complex:
        return Complex(self.value ** number(other))

    def __neg__(self) -> Complex:
        return Complex(-self.value)

    def exp(self) -> Complex:
        return Complex(np.exp(self.value))

    def log(self) -> Complex:
        return Complex(np.log(self.value))


def number(value: object) -> complex:
    """Return the number within."""
    return value.value if isinstance(value, Complex) else value


def complex_value(shape: Callable, x: complex, y: complex) -> complex:
    """Return a shape at complex numbers."""
    return complex(shape(Complex(x), Complex(y)).value)
