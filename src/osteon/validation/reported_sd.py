"""How far people differ in what was observed, as a trial reports it.

Trials give a standard deviation, a standard error or an interval of the mean; with the number of
people each says the same.
"""

from __future__ import annotations

from osteon.language.observation import Observation

_CENTRAL_95 = 2 * 1.96


def reported_sd(observation: Observation, participants: int | None) -> float | None:
    """Return the standard deviation between people; None where the row does not tell.

    Parameters
    ----------
    participants:
        Of the arm; the row's own number goes first.
    """
    if observation.sd is not None:
        return observation.sd
    people = observation.n or participants
    if not people:
        return None
    if observation.se is not None:
        return float(observation.se * people**0.5)
    if observation.ci is not None:
        width = observation.ci.high - observation.ci.low
        return float(width / _CENTRAL_95 * people**0.5)
    return None
