"""What a result was made with, so that it can be made again."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from osteon.version import __version__

if TYPE_CHECKING:
    from osteon.language.case import Case
    from osteon.language.trial import Trial
    from osteon.strategies.forecast import Forecast
    from osteon.trials.outcome import TrialOutcome

Provenance = dict[str, str | int | None]


def provenance_of(forecast: Forecast) -> Provenance:
    """Return version, fitted layer, seed, number of members, and a hash of what was asked.

    The strategy that was followed since month 0, and whether members were drawn anew for what was
    measured, are part of what was asked.
    """
    return {
        "version": __version__,
        "layer": forecast.layer.name if forecast.layer else None,
        "seed": forecast.seed,
        "members": forecast.members,
        "followed": forecast.update.followed,
        "refined": forecast.update.refined,
        "input": hash_of(forecast.case),
    }


def provenance_of_trial(found: TrialOutcome) -> Provenance:
    """Return version, fitted layer, seed, and a hash of the trial."""
    return {
        "version": __version__,
        "layer": found.layer,
        "seed": found.design.seed,
        "input": hash_of(found.design.trial),
    }


def hash_of(described: Case | Trial) -> str:
    """Return the SHA-256 of the words: of what is said, not of how its file is laid out."""
    words = json.dumps(described.words(), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()
