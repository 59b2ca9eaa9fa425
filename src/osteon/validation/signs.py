"""Whether the model shows the signs of the literature: each arm simulated once, each sign judged.

A few people in mirrored pairs stand for a population, the same in every arm, so that two arms
differ by treatment alone. Knowledge is not drawn: a sign is judged under the typical parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError, OsteonError
from osteon.evidence.library import sign_files
from osteon.language.endpoints import EVENTS
from osteon.model.library import standard
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.arm import ArmSetting, simulate_arm
from osteon.people.cohort import Cohort
from osteon.people.draw import typical
from osteon.people.endpoint import key_of_endpoint
from osteon.people.history import with_history
from osteon.people.layer import current_layer
from osteon.simulation.trajectory import Trajectory
from osteon.validation.sign import Look, Sign, Topic

Array = NDArray[np.float64]
PEOPLE = 8
_TOLERANCE = 1e-4
_SEED = 1


@dataclass(frozen=True)
class Verdict:
    """One sign, and what the model shows.

    Attributes
    ----------
    topic:
        The name of its topic.
    numbers:
        What was seen, in the order of the comparison; none if it could not be simulated.
    problem:
        Why it could not.
    """

    topic: str
    sign: Sign
    numbers: tuple[float, ...] = ()
    problem: str | None = None

    @property
    def met(self) -> bool:
        """Return whether the model shows the sign."""
        return self.problem is None and self.sign.expect.holds(self.numbers)


def topics() -> tuple[Topic, ...]:
    """Return the topics that come with osteon."""
    return tuple(Topic.read(file) for file in sign_files())


def check_signs(progress: Callable[[str], None] | None = None) -> tuple[Verdict, ...]:
    """Judge every sign that comes with osteon, under the newest fitted layer if there is one.

    Parameters
    ----------
    progress:
        Told the name of each topic before it is simulated.
    """
    verdicts: list[Verdict] = []
    for topic in topics():
        if progress is not None:
            progress(topic.topic)
        verdicts += judge(standard(), current_layer(), topic)
    return tuple(verdicts)


def judge(
    model: Model, layer: Layer | None, topic: Topic, people: int = PEOPLE
) -> Iterator[Verdict]:
    """Yield a verdict on every sign of a topic."""
    seen = _Seen(model, layer, topic, people)
    for sign in topic.signs:
        try:
            numbers = tuple(seen.number(look) for look in sign.looks)
        except OsteonError as fault:
            yield Verdict(topic.topic, sign, problem=str(fault))
            continue
        yield Verdict(topic.topic, sign, numbers)


class _Seen:
    """The arms of a topic, each simulated once when first looked at."""

    def __init__(self, model: Model, layer: Layer | None, topic: Topic, people: int) -> None:
        self._model, self._layer, self._topic, self._people = model, layer, topic, people
        self._trial = topic.trial
        self._arms: dict[str, Trajectory] = {}

    def number(self, look: Look) -> float:
        """Return what is looked at as one number, in percent."""
        seen = [self._of(arm, look) for arm in look.arms]
        if len(seen) == 1:
            return seen[0]
        return 100.0 * (seen[0] / seen[1] - 1.0) if look.endpoint in EVENTS else seen[0] - seen[1]

    def _of(self, arm: str, look: Look) -> float:
        trajectory = self._arm(arm)
        key = key_of_endpoint(self._model, look.endpoint)
        if key is None:
            raise InputError(f"the model has no '{look.endpoint}' yet")
        values = trajectory.at(key)
        then, now = (
            values[:, int(np.argmin(np.abs(trajectory.times - time)))]
            for time in (look.since, look.time)
        )
        change = now - then if look.endpoint in EVENTS else now / then - 1.0
        return 100.0 * float(change.mean())

    def _arm(self, name: str) -> Trajectory:
        if name not in self._arms:
            times = np.array(sorted(_times(self._topic.signs, name)))
            setting = ArmSetting(self._trial, name, self._people, times, _SEED, _TOLERANCE)
            self._arms[name] = simulate_arm(self._model, setting, self._parameters(name))
        return self._arms[name]

    def _parameters(self, name: str) -> Array:
        """Return the typical parameters, with the habits of an arm."""
        parameters = typical(self._model.table, self._layer, 1)
        history = self._topic.arms[name].history
        return with_history(Cohort(self._model, parameters, np.zeros(1)), history).parameters


def _times(signs: Iterable[Sign], arm: str) -> set[float]:
    """Return every day on which an arm is looked at."""
    looks = (look for sign in signs for look in sign.looks if arm in look.arms)
    return {0.0, *(time for look in looks for time in (look.since, look.time))}
