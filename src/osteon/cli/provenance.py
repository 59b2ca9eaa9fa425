"""What a result was made with, so that it can be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osteon.strategies.forecast import Forecast
    from osteon.trials.outcome import TrialOutcome


def provenance(forecast: Forecast) -> dict[str, str | int | None]:
    """Return version, fitted layer, seed, number of members, and a hash of the case."""
    from osteon.interchange.provenance import provenance_of

    return provenance_of(forecast)


def trial_provenance(found: TrialOutcome) -> dict[str, str | int | None]:
    """Return version, fitted layer, seed, and a hash of the trial."""
    from osteon.interchange.provenance import provenance_of_trial

    return provenance_of_trial(found)
