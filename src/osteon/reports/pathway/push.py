"""How hard each cause pushes its effect, away from the reference state.

The change of one cause is tried twice, with all others at reference and with all others as they are
now, and the two are averaged:

    push = ln(effect with this cause as it is now / effect with this cause at reference)

A value is computed at once. A state is let settle: from its rate of change R at its reference, and
the speed L at which it returns,

    settled = reference + R / L,     L = - d rate / d state

which is exact for a state that is made and lost in proportion to itself. L counts what the body
answers (less calcium in the blood, less of it in the urine). Of a quantity whose reference is zero
the push is the difference itself. Assumes: the private states that are passed through, such as a
drug in a depot, go with the causes that they follow.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.reports.pathway.chart import Chart, Influence, chart_of
from osteon.reports.pathway.levels import Levels, everywhere, shown_values
from osteon.simulation.code.emit import Dialect, lines_for
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
_DIALECT = Dialect(
    exp="np.exp",
    log="np.log",
    state="y[..., {}]",
    parameter="p[:, None, {}]",
    input="u[..., {}]",
)
_LEAVES = ("constant", "state", "parameter", "input")
_STEP = 1e-4
_SLOWEST = 1e-7
_LEAST, _MOST = 1e-4, 1e4


class Pushes:
    """The pushes on every shown quantity of one person.

    Parameters
    ----------
    parameters:
        The person, shape (1, parameters).
    reference:
        Her reference state, one time.
    """

    def __init__(self, chart: Chart, parameters: Array, reference: Levels) -> None:
        self._chart, self._model = chart, chart.model
        self._parameters, self._reference = parameters, reference
        self._answers: dict[Key, float] = {}

    def of(self, influence: Influence, now: Levels) -> Array:
        """Return how hard a cause pushes an effect, shape (times,)."""
        effect, rest = self._chart.key(influence.effect), self._reference
        private = (
            key for key, follows in self._chart.carriers.items() if influence.cause in follows
        )
        changed = (*everywhere(self._model, influence.cause), *private)
        still = now.alike(rest, changed)
        if still.all():
            return np.zeros(still.shape)
        alone, without = rest.with_some(now, changed), now.with_some(rest, changed)
        away = self._compared(effect, self._level(effect, alone), self._level(effect, rest))
        back = self._compared(effect, self._level(effect, now), self._level(effect, without))
        return np.where(still, 0.0, 0.5 * (away + back))

    def _level(self, key: Key, at: Levels) -> Array:
        """Return what an effect comes to where all that it reads is as given."""
        rule = _rule(self._model, self._chart.site, key, given=True)
        if key not in self._model.states:
            level: Array = self._value(rule, at.states, at)[0]
            return level
        rate, speed = self._rate_and_return(rule, key, at)
        speed = np.maximum(speed + self._answer(key), _SLOWEST)
        settled: Array = float(self._reference[key][0]) + rate / speed
        return settled

    def _answer(self, key: Key) -> float:
        """Return how much faster a state returns by what the body answers, at reference."""
        if key not in self._answers:
            closed, opened = (
                self._rate_and_return(
                    _rule(self._model, self._chart.site, key, given=given), key, self._reference
                )[1]
                for given in (False, True)
            )
            self._answers[key] = float((closed - opened)[0])
        return self._answers[key]

    def _rate_and_return(self, rule: _Rule, key: Key, at: Levels) -> tuple[Array, Array]:
        """Return a state's rate at its reference, and minus its derivative by the state itself."""
        rest, place = float(self._reference[key][0]), self._model.states.index(key)
        step = _STEP * (abs(rest) or 1.0)
        states = np.repeat(at.states, 3, axis=0)
        states[..., place] = np.array([[rest], [rest - step], [rest + step]])
        rate, below, above = self._value(rule, states, at)
        return rate, (below - above) / (2.0 * step)

    def _value(self, rule: _Rule, states: Array, at: Levels) -> Array:
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            return rule(states, self._parameters, at.inputs, at.values)

    def _compared(self, key: Key, level: Array, base: Array) -> Array:
        """Return the logarithm of a ratio; the difference where the reference is zero."""
        rest = float(self._reference[key][0])
        if rest <= 0.0:
            return level - base
        return _logarithm(level / rest) - _logarithm(base / rest)


_Rule = Callable[[Array, Array, Array, dict[Key, Array]], Array]


@lru_cache(maxsize=1024)
def _rule(model: Model, site: Site, key: Key, *, given: bool) -> _Rule:
    """Return what gives a value, or the rate of a state.

    Parameters
    ----------
    given:
        Whether the shown values that act on it are handed in; else all is computed from states.
    """
    trace = model.trace
    state = key in model.states
    node = trace.rates[model.states.index(key)] if state else trace.quantities[key]
    used = _values_onto(chart_of(model, site), key) if given else ()
    known = {trace.quantities[one].index: f"q[{place}]" for place, one in enumerate(used)}
    lines = lines_for(trace.graph, [("result", node)], _DIALECT, known)
    body = "\n".join(f"    {line}" for line in lines)
    space: dict[str, object] = {"np": np}
    exec(f"def rule(y, p, u, q):\n{body}\n    return result + 0.0 * y[..., 0]\n", space)
    rule: Callable[[Array, Array, Array, list[Array]], Array] = space["rule"]  # type: ignore[assignment]
    return lambda y, p, u, values: rule(y, p, u, [values[one] for one in used])


def _values_onto(chart: Chart, key: Key) -> tuple[Key, ...]:
    """Return the shown values that act on a quantity, at all their places."""
    graph, quantities = chart.model.trace.graph, chart.model.trace.quantities
    causes = {one.cause for one in chart.onto(key.name)}
    return tuple(
        one
        for one in shown_values(chart)
        if one.name in causes and graph.operations[quantities[one].index].kind not in _LEAVES
    )


def _logarithm(ratio: Array) -> Array:
    known = np.nan_to_num(ratio, nan=1.0, posinf=_MOST)
    logarithm: Array = np.log(np.clip(known, _LEAST, _MOST))
    return logarithm
