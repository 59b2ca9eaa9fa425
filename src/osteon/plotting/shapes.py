"""What a picture needs to know of a forecast and of a prediction, whoever made them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from osteon.language.case import Case
from osteon.language.observation import Observation

Array = NDArray[np.float64]


class Course(Protocol):
    """One endpoint over time: middle and central 95 %, by month."""

    @property
    def unit(self) -> str:
        """The unit of all its numbers."""

    @property
    def months(self) -> Array:
        """When, in months from today."""

    @property
    def median(self) -> Array:
        """The middle."""

    @property
    def low(self) -> Array:
        """The lower limit of the central 95 %."""

    @property
    def high(self) -> Array:
        """The upper limit of the central 95 %."""

    @property
    def change(self) -> Course:
        """The change from month 0, in percent."""


class Outcome(Protocol):
    """What happens under one strategy."""

    @property
    def strategy(self) -> str:
        """The name of the strategy."""

    def __getitem__(self, endpoint: str, /) -> Course:
        """Return an endpoint over time."""


class Forecast(Protocol):
    """What happens to one person under each strategy."""

    @property
    def case(self) -> Case:
        """The person, the strategies, and what has been measured since."""

    def __iter__(self) -> Iterator[Outcome]:
        """Go through the strategies in the order in which they were written."""


class Prediction(Protocol):
    """One observation of a trial beside its prediction, or beside the problem that kept it away."""

    @property
    def trial(self) -> str:
        """The name of the trial."""

    @property
    def role(self) -> str | None:
        """What the trial is used for: calibration or validation."""

    @property
    def observation(self) -> Observation:
        """What was observed."""

    @property
    def predicted(self) -> float | None:
        """What is predicted; None where nothing could be."""

    @property
    def predicted_low(self) -> float | None:
        """The lower limit of the central 95 % of the prediction."""

    @property
    def predicted_high(self) -> float | None:
        """The upper limit of the central 95 % of the prediction."""

    @property
    def problem(self) -> str | None:
        """Why there is no prediction."""
