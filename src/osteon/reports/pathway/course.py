"""What happens on the map: every shown quantity and every influence, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language import Case
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.reports.pathway.chart import Chart
from osteon.reports.pathway.levels import Levels
from osteon.reports.pathway.push import Pushes
from osteon.reports.setting import setting_of
from osteon.simulation.solve import reference_of
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.units import DAYS_PER_MONTH

_MOST_STEPS = 120
Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Course:
    """The map under one strategy.

    Attributes
    ----------
    strategy:
        Its name; None for doing only what is usual.
    levels:
        Each shown quantity in its own unit, shape (months,).
    pushes:
        How hard each influence pushes, in the order of the chart, each of shape (months,).
    """

    strategy: str | None
    levels: dict[str, Array]
    pushes: tuple[Array, ...]


@dataclass(frozen=True, eq=False)
class Played:
    """A chart with what happens on it.

    Attributes
    ----------
    months:
        The months of all courses.
    reference:
        Each shown quantity in the reference state of this person.
    courses:
        Doing only what is usual first, then one for each strategy.
    """

    chart: Chart
    months: Array
    reference: dict[str, float]
    courses: tuple[Course, ...]


def play(model: Model, layer: Layer | None, case: Case, chart: Chart) -> Played:
    """Simulate the typical person of a case under every strategy, and follow her on the map.

    Raises
    ------
    InputError
        If the case cannot be simulated.
    """
    setting = setting_of(model, layer, case)
    horizon = case.horizon / DAYS_PER_MONTH
    months = np.linspace(0.0, horizon, max(1, min(_MOST_STEPS, round(horizon))) + 1)
    parameters = setting.cohort.parameters
    states, inputs = reference_of(model, parameters)
    rest = Levels.of(
        chart, Trajectory(model, np.zeros(1), states[:, None, :], parameters, inputs[:, None, :])
    )
    pushes = Pushes(chart, parameters, rest)
    names = (None, *case.strategies)
    treatments = (case.usual, *(case.treatment_of(name) for name in case.strategies))
    # All courses one after another in time: each influence is then looked at once.
    lived = _joined([setting.simulated(one, tuple(months)) for one in treatments])
    now = Levels.of(chart, lived)
    levels = {name: _parted(level, names) for name, level in _shown(chart, now).items()}
    pushed = [_parted(pushes.of(one, now), names) for one in chart.influences]
    courses = tuple(
        Course(
            name,
            {quantity: parts[place] for quantity, parts in levels.items()},
            tuple(parts[place] for parts in pushed),
        )
        for place, name in enumerate(names)
    )
    reference = {name: float(level[0]) for name, level in _shown(chart, rest).items()}
    return Played(chart, months, reference, courses)


def _joined(lived: Sequence[Trajectory]) -> Trajectory:
    """Return trajectories of one person as one, one after another."""
    first = lived[0]
    times = first.states.shape[1]
    inputs = [np.broadcast_to(one.inputs, (1, times, one.inputs.shape[2])) for one in lived]
    return Trajectory(
        first.model,
        np.concatenate([one.times for one in lived]),
        np.concatenate([one.states for one in lived], axis=1),
        first.parameters,
        np.concatenate(inputs, axis=1),
    )


def _parted(joined: Array, courses: Sequence[object]) -> list[Array]:
    return np.split(joined, len(courses))


def _shown(chart: Chart, levels: Levels) -> dict[str, Array]:
    return {name: levels[chart.key(name)] for name in chart.names}
