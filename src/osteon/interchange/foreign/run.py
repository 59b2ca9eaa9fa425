"""A foreign model run by libroadrunner: each of its variables as a share of month 0."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError, MissingExtraError, SimulationError
from osteon.interchange.foreign.model import ForeignModel
from osteon.vocabulary.units import factor

Array = NDArray[np.float64]
_TOLERANCE = 1e-9


def shares_of(model: ForeignModel, days: Array) -> dict[str, Array]:
    """Return each variable of the guide on some days, as a share of its value at month 0.

    Parameters
    ----------
    days:
        Rising, from month 0 on.

    Raises
    ------
    InputError
        If libroadrunner cannot take the model, or a variable is nothing at month 0.
    SimulationError
        If it cannot be simulated so far.
    MissingExtraError
        If libroadrunner is not installed.
    """
    guide, unit = model.guide, factor("day", model.guide.time)
    runner = _opened(model)
    changes = [one for one in guide.changes if one.at < days[-1]]
    stops = sorted({-guide.settle, 0.0, *days.tolist(), *(one.at for one in changes)})
    found = {stops[0]: np.array(runner.getSelectedValues())}
    for left, right in pairwise(stops):
        for change in changes:
            if change.at == left:
                runner.setValue(model.changed[change.set_], change.to)
        begin, end = ((day + guide.settle) * unit for day in (left, right))
        found[right] = _end_of(runner, begin, end, model, right)
    course = np.array([found[day] for day in days.tolist()])
    return {
        name: _share(course[:, place], float(found[0.0][place]), name, model)
        for place, name in enumerate(model.shown)
    }


def _opened(model: ForeignModel) -> Any:
    try:
        import roadrunner
    except ImportError as missing:
        raise MissingExtraError.of("a foreign model", "foreign", missing) from missing
    roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)
    try:
        runner = roadrunner.RoadRunner(model.sbml)
        runner.integrator.setValue("relative_tolerance", _TOLERANCE)
        runner.timeCourseSelections = list(model.shown.values())
        runner.selections = list(model.shown.values())
    except RuntimeError as fault:
        raise InputError(
            f"model: libroadrunner cannot run {model.guide.model}: {_first_line(fault)}",
            source=model.source,
        ) from fault
    return runner


def _end_of(runner: Any, begin: float, end: float, model: ForeignModel, day: float) -> Array:
    """Return the variables at the end of a stretch, in the model's time."""
    try:
        values: Array = np.array(runner.simulate(begin, end, 2), dtype=float)[-1]
    except RuntimeError as fault:
        raise SimulationError(
            f"{model.name} could not be simulated up to day {day:g}: {_first_line(fault)}"
        ) from fault
    if not np.isfinite(values).all():
        raise SimulationError(f"{model.name}: a value was not finite on day {day:g}")
    return values


def _share(course: Array, begun: float, name: str, model: ForeignModel) -> Array:
    if begun == 0.0:
        raise InputError(
            f"quantities.{name}: '{name}' is nothing at month 0, of which no share can be taken; "
            "leave it out, or let the model settle first (settle: 5 years)",
            source=model.source,
        )
    return np.asarray(course / begun)


def _first_line(fault: RuntimeError) -> str:
    return str(fault).strip().partition("\n")[0].rstrip(".")
