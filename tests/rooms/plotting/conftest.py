"""Forecasts and predictions whose every number is known, for pictures to be held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from osteon.language.case import Case
from osteon.language.observation import Observation

Array = NDArray[np.float64]
TODAY = {
    "bmd_lumbar_spine": 0.915,
    "bmd_total_hip": 0.832,
    "bmd_femoral_neck": 0.69,
    "ctx": 0.45,
    "pinp": 48.0,
}
TEXT = """
person:
  age: 62 years
  menopause_age: 50 years
  t_score: {lumbar_spine: -1.2, total_hip: -0.9, femoral_neck: -1.4}
strategies:
  anastrozole alone: {drugs: [anastrozole 1 mg daily for 5 years]}
"""
MEASURED = "measurements: [{month: 14, bmd_lumbar_spine: 0.902 g/cm2}, {month: 6, ctx: 0.61 ng/mL}]"


@dataclass(frozen=True)
class Line:
    """A straight course: from today by so many percent at the horizon, between wider limits."""

    today: float
    unit: str
    months: Array
    percent: float
    as_change: bool = False

    def _at(self, percent: float) -> Array:
        change = percent * self.months / self.months[-1]
        return change if self.as_change else self.today * (1 + change / 100)

    @property
    def median(self) -> Array:
        return self._at(self.percent)

    @property
    def low(self) -> Array:
        return self._at(self.percent - 12.0)

    @property
    def high(self) -> Array:
        return self._at(self.percent + 8.0)

    @property
    def change(self) -> Line:
        return replace(self, unit="%", as_change=True)


@dataclass(frozen=True)
class Outcome:
    strategy: str
    percent: float
    months: Array

    def __getitem__(self, endpoint: str) -> Line:
        unit = "g/cm2" if endpoint.startswith("bmd_") else "ng/mL"
        return Line(TODAY[endpoint], unit, self.months, self.percent)


@dataclass(frozen=True)
class Forecast:
    case: Case
    outcomes: tuple[Outcome, ...]

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes)


@dataclass(frozen=True)
class Row:
    trial: str
    role: str | None
    observation: Observation
    predicted: float | None = None
    predicted_low: float | None = None
    predicted_high: float | None = None
    problem: str | None = None


class Maker:
    """Makes forecasts and rows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def case(self, *, measured: bool = False, without: str = "") -> Case:
        """Return a case, perhaps measured since, perhaps without one phrase of its text."""
        file = self._folder / "case.yaml"
        file.write_text(TEXT.replace(without, "") + (MEASURED if measured else ""), "utf-8")
        return Case.read(file)

    def forecast(
        self, *names: str, case: Case | None = None, months: int = 120, apart: float = 3.0
    ) -> Forecast:
        """Return a forecast in which strategies end `apart` percent from one another."""
        span = np.arange(months + 1.0)
        lines = (Outcome(name, -6.0 + apart * place, span) for place, name in enumerate(names))
        return Forecast(case or self.case(), tuple(lines))

    def row(self, observed: float, predicted: float | None, role: str = "validation") -> Row:
        """Return a BMD change of -4.0 observed ... with limits one percent to either side."""
        observation = Observation(
            arm="drug", endpoint="bmd_total_hip", month=12, change=f"{observed} %",
            ci=[f"{observed - 0.5} %", f"{observed + 0.5} %"],
        )  # fmt: skip
        if predicted is None:
            return Row("SILENT", role, observation, problem="the model holds no 'zinc'")
        return Row("FIRST", role, observation, predicted, predicted - 1.0, predicted + 1.0)


@pytest.fixture
def make(tmp_path: Path) -> Maker:
    return Maker(tmp_path)
