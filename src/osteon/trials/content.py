"""A virtual trial as plain data: what `osteon trial --json` writes and the API answers."""

from __future__ import annotations

from typing import Any

from osteon.trials.outcome import TrialOutcome
from osteon.trials.power_of_trial import TrialPower


def trial_content(found: TrialOutcome, power: TrialPower) -> dict[str, Any]:
    """Return a virtual trial as the JSON of `osteon trial` has it; percent as plain numbers."""
    return {
        "trial": found.design.trial.trial,
        "arms": {arm: {"people": found.design.people_in(arm)} for arm in found.arms},
        "versus": found.versus,
        "screening": vars(found.screening),
        "changes": [vars(one) for one in found.changes],
        "differences": [vars(one) for one in found.differences],
        "fractures": [vars(one) for one in found.incidences],
        "hazard_ratios": [vars(one) for one in found.ratios],
        "power": [vars(one) | {"curve": one.curve} for one in power.changes],
        "power_fractures": [vars(one) for one in power.fractures],
        "power_people": power.people,
        "notes": found.notes,
    }
