"""The statistician's answer: the mean change under such drugs by such a time, from a table.

For each endpoint, each set of drug classes acting and stopped, each stage of menopause, and the
activities and nutrients where a row is about those, the changes that calibration rows report are
averaged by the time that passed; between those times and zero the answer lies on a straight line.
It knows no biology and no person.

    arm alone      change over the time from `since` to the month
    two arms       the table of such differences, else one arm's answer less the other's

Assumes: classes are alike inside; means and medians are alike.   Leaves out: dose, age and baseline
BMD. It answers nothing beyond the last time that a calibration row covers, and reads no other row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from osteon.language.observation import Observation
from osteon.language.trial import Trial
from osteon.validation.groups import lifestyle_group
from osteon.validation.therapy import Therapy, stage, therapy


@dataclass(frozen=True)
class Entry:
    """What the table is looked up by.

    Attributes
    ----------
    endpoint:
        What was measured.
    begin, end:
        Drug classes at the visit from which the change counts, and when it was observed.
    stage:
        Where menopause is.
    habits:
        Activities and nutrients, where they are what the row is about.
    versus:
        The entry of the arm compared with.
    """

    endpoint: str
    begin: Therapy
    end: Therapy
    stage: str
    habits: frozenset[str] = frozenset()
    versus: Entry | None = None


@dataclass(frozen=True)
class Curve:
    """Mean changes by the days that passed, from zero on."""

    days: tuple[float, ...]
    changes: tuple[float, ...]

    def at(self, day: float) -> float | None:
        """Return the change by a day, on the line between its neighbors; None beyond the last."""
        if day > self.days[-1] * (1 + 1e-9):
            return None
        return float(np.interp(day, self.days, self.changes))


@dataclass(frozen=True)
class LookUp:
    """Curves of mean change, by entry."""

    curves: Mapping[Entry, Curve]

    @classmethod
    def of(cls, trials: Iterable[Trial]) -> Self:
        """Return the table that the calibration rows of some trials make."""
        found: dict[Entry, dict[float, list[float]]] = defaultdict(lambda: defaultdict(list))
        for trial in trials:
            for one in trial.observations:
                if trial.role_of(one) == "calibration" and (entry := _entry_of(trial, one)):
                    found[entry][round(one.time - one.since, 3)].append(one.value)
        return cls({entry: _curve(points) for entry, points in found.items()})

    def answer(self, trial: Trial, observation: Observation) -> float | None:
        """Return what the table says of an observation, in percent; None where it is silent."""
        entry = _entry_of(trial, observation)
        if entry is None:
            return None
        passed = observation.time - observation.since
        known = self._known(entry, passed, observation)
        if known is not None or entry.versus is None:
            return known
        own, other = replace(entry, versus=None), entry.versus
        first, second = (self._known(one, passed, observation) for one in (own, other))
        return None if first is None or second is None else first - second

    def _known(self, entry: Entry, passed: float, observation: Observation) -> float | None:
        change = self._change(entry, passed)
        return self._later(entry, observation) if change is None else change

    def _change(self, entry: Entry, passed: float) -> float | None:
        curve = self.curves.get(entry)
        return None if curve is None else curve.at(passed)

    def _later(self, entry: Entry, observation: Observation) -> float | None:
        """Return a later part of one curve, where the same drugs have gone on all along."""
        if observation.since <= 0 or entry.begin != entry.end or entry.versus is not None:
            return None
        whole = replace(entry, begin=Therapy())
        before = self._change(whole, observation.since)
        after = self._change(whole, observation.time)
        if before is None or after is None:
            return None
        return 100 * ((100 + after) / (100 + before) - 1)


def _curve(points: Mapping[float, list[float]]) -> Curve:
    days = sorted(points)
    return Curve((0.0, *days), (0.0, *(float(np.mean(points[day])) for day in days)))


def _entry_of(trial: Trial, one: Observation) -> Entry | None:
    """Return what an observation is looked up by; None if it is no change in percent."""
    if one.kind not in ("change", "difference") or trial.problem_of(one) is not None:
        return None
    other = None if one.versus is None else _entry(trial, one, one.versus)
    own = _entry(trial, one, one.arm)
    return replace(own, habits=_habits(trial, one), versus=other)


def _habits(trial: Trial, one: Observation) -> frozenset[str]:
    """Return what an arm does or eats, if it differs in that from another with the same drugs."""
    if lifestyle_group(trial, one) is None:
        return frozenset()
    arm = trial.arms[one.arm]
    eaten = {**arm.diet.model_dump(exclude_none=True), **arm.supplements.model_dump()}
    nutrients = {name for name, amount in eaten.items() if amount}
    return frozenset({one.activity for one in arm.exercise} | nutrients)


def _entry(trial: Trial, one: Observation, arm: str) -> Entry:
    """Return the entry of one arm; early or late after menopause counts without drugs alone."""
    begin, end = therapy(trial, arm, one.since), therapy(trial, arm, one.time)
    now = stage(trial, arm, one.since, one.time)
    if end.ever and now.endswith("after menopause"):
        now = "after menopause"
    return Entry(one.endpoint, begin, end, now)
