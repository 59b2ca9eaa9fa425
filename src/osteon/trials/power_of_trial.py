"""What power a trial has, taken from many more simulated people than it enrolls.

Among the hundred people of one trial the difference and its spread are uncertain themselves: taken
for the truth they promise too much or too little. So they come from the same design with at least
2,048 people in each arm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from osteon.trials.needed import EventPower, Power
from osteon.trials.outcome import TrialOutcome
from osteon.trials.simulate_trial import carried_out

MANY = 2048


@dataclass(frozen=True)
class TrialPower:
    """The power of a trial's comparisons at its last visit.

    Attributes
    ----------
    people:
        In the smallest arm of those whom it is taken from.
    changes:
        For every endpoint and arm.
    fractures:
        For every hazard ratio that enough events stand behind.
    """

    people: int
    changes: tuple[Power, ...]
    fractures: tuple[EventPower, ...]


def power_of_trial(
    found: TrialOutcome, progress: Callable[[str], None] | None = None
) -> TrialPower:
    """Return the power of a trial; its design is simulated with more people if it has few.

    Raises
    ------
    SimulationError
        If a solve fails.
    """
    many, fewest = found, min(map(found.design.people_in, found.arms))
    if fewest < MANY and found.compared:
        many = carried_out(replace(found.design, people=MANY), found.versus, progress)
        fewest = MANY
    return TrialPower(fewest, tuple(_changes(many, found)), tuple(_fractures(many)))


def _changes(many: TrialOutcome, found: TrialOutcome) -> Iterator[Power]:
    last = many.design.visits[-1]
    for endpoint in many.design.endpoints:
        for arm in many.compared:
            power = Power.of(
                arm,
                many.versus,
                endpoint,
                many.percent(arm, endpoint, last),
                many.percent(many.versus, endpoint, last),
                (found.design.people_in(arm), found.design.people_in(many.versus)),
                many.design.seed,
            )
            if power is not None:
                yield power


def _fractures(many: TrialOutcome) -> Iterator[EventPower]:
    seen = {(one.arm, one.endpoint): one for one in many.incidences}
    for ratio in many.ratios:
        one, other = seen[ratio.arm, ratio.endpoint], seen[ratio.versus, ratio.endpoint]
        power = EventPower.of(ratio, one, other)
        if power is not None:
            yield power
