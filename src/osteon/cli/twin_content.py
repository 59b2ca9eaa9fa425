"""What the measurements taught, and what a next DXA would, as JSON has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osteon.strategies.forecast import Forecast


def twin_content(forecast: Forecast) -> dict[str, Any]:
    """Return each measurement beside what was expected of it, and the next DXA by strategy."""
    return {
        "measurements": [
            {
                "month": one.visit.month,
                "endpoint": one.visit.endpoint,
                "value": one.visit.value,
                "expected_low": one.low,
                "expected_high": one.high,
                "chance": one.chance,
                "believed": one.believed,
            }
            for one in forecast.update.judged
        ],
        "effective_members": forecast.update.effective_members,
        "next_dxa": {
            strategy: {
                one.endpoint: {
                    "least_significant_change": one.least_significant_change,
                    "unit": "%",
                    "earliest": one.earliest,
                    "months": one.months,
                    "chance": one.chance,
                    "narrows": one.narrows,
                }
                for one in forecast.next_dxa(strategy)
            }
            for strategy in forecast.strategies
        },
    }
