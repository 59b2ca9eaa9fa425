"""What stands where it does because of what happened earlier, not because of what goes on now.

    settled(now) = value - rate / slope       where all that acts on a state now would lead it
    accounted    = (settled(now) - settled(usual)) / (value now - value usual)

A state of which what goes on now accounts for less than half carries what happened earlier. A slow
readout does so where its effect has shrunk over half a year: what acts now leads it back. Which
drugs it was that left it there is asked of simulations without them (`attribution`).
"""

from __future__ import annotations

import math

import numpy as np

from osteon.model.influences import Equation, equations_of
from osteon.model.roster import Key
from osteon.reports.attribution import attribution_of
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link
from osteon.reports.order import bone_of
from osteon.reports.setting import Setting, last
from osteon.simulation.trajectory import Trajectory
from osteon.strategies.in_words import listed

_MOST = 0.5
_WINDOW = 6.0
_SLOW = 180.0
_SHRUNK = 0.99
_WORTH_NAMING = 0.25
_STEP = 1e-4


def carries(setting: Setting, link: Link) -> bool:
    """Return whether what goes on now accounts for less than half of where a state stands."""
    moved = link.value_now - link.value_usual
    for equation in _rates(setting, link.key):
        now = _settled(setting, equation, setting.treated)
        usual = _settled(setting, equation, setting.usual)
        if moved and now is not None and usual is not None:
            return (now - usual) / moved < _MOST
    return False


def is_left(explanation: Explanation) -> bool:
    """Return whether the quantity explained is slow, and its effect has shrunk over half a year."""
    setting, link = explanation.setting, explanation.chain.outcome
    earlier = setting.month - _WINDOW
    if explanation.counted or not link.fold or earlier <= 0 or not _is_slow(setting, link.key):
        return False
    months = (0.0, earlier)
    treated = last(setting.simulated(setting.plan.treatment, months), link.key)
    usual = last(setting.simulated(setting.other, months), link.key)
    now, before = math.log(link.fold), math.log(treated / usual)
    return now * before > 0 and abs(now) < _SHRUNK * abs(before)


def left_by(explanation: Explanation, link: Link) -> str:
    """Return the drugs that moved a quantity to where it stands; '' where no drug did."""
    setting = explanation.setting
    parts = attribution_of(setting, link.key.name)
    place, way = parts.place(setting.month), np.sign(link.value_now - link.value_usual)
    pushes = {name: float(way * part[link.key.site][place]) for name, part in parts.parts.items()}
    pushing = {name: push for name, push in pushes.items() if push > 0}
    drugs = {one.drug for one in setting.plan.treatment.drugs}
    most = _WORTH_NAMING * sum(pushing.values())
    named = [name for name, push in pushing.items() if name in drugs and push >= most]
    return listed([name.replace("_", " ") for name in named]) if named else ""


def _rates(setting: Setting, key: Key) -> list[Equation]:
    return [one for one in equations_of(setting.model)[key] if one.kind == "rates"]


def _is_slow(setting: Setting, key: Key) -> bool:
    """Return whether any state behind a readout takes long to settle."""
    rates = [one for state in bone_of(setting.model, key) for one in _rates(setting, state)]
    slopes = [_slope(setting, one, setting.treated) for one in rates]
    return any(-1.0 / _SLOW < slope < 0 for slope in slopes)


def _settled(setting: Setting, equation: Equation, trajectory: Trajectory) -> float | None:
    """Return where a state would settle if all that acts on it stayed; None if nowhere."""
    slope = _slope(setting, equation, trajectory)
    if slope >= 0:
        return None
    value = last(trajectory, equation.quantity)
    return value - _rate(setting, equation, trajectory, value) / slope


def _slope(setting: Setting, equation: Equation, trajectory: Trajectory) -> float:
    value = last(trajectory, equation.quantity)
    step = _STEP * max(abs(value), _STEP)
    higher = _rate(setting, equation, trajectory, value + step)
    return (higher - _rate(setting, equation, trajectory, value)) / step


def _rate(setting: Setting, equation: Equation, trajectory: Trajectory, value: float) -> float:
    def read(key: Key) -> float:
        return value if key == equation.quantity else last(trajectory, key)

    return equation.value(read, setting.parameter)
