"""When the next DXA would tell something, in a line under a strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from osteon.cli.look import QUIET
from osteon.people.endpoint import label_of

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.strategies.forecast import Forecast
    from osteon.twin.next_dxa import NextDxa

_USUAL_WAIT = 12.0


def print_next_dxa(console: Console, forecast: Forecast, strategy: str) -> None:
    """Print it; nothing where no DXA was made at month 0, or none can follow."""
    found = forecast.next_dxa(strategy)
    if found:
        line = Text(next_dxa_line(found, float(forecast.months[-1])), style=QUIET)
        console.print(Padding(line, (0, 0, 0, 2), expand=False))


def next_dxa_line(found: tuple[NextDxa, ...], horizon: float) -> str:
    """Return in words which site shows a change first, and what a scan then would teach."""
    likely = [(one.earliest, one) for one in found if one.earliest is not None]
    if not likely:
        first = max(found, key=lambda one: float(one.narrows.max()))
        month = min(float(first.months[0]) - 1.0 + _USUAL_WAIT, horizon)
        return (
            f"Next DXA: at no site is a change that two scans could tell 80 % likely by month "
            f"{horizon:g}. {_taught(first, month, horizon)}"
        )
    month, first = min(likely, key=lambda pair: pair[0])
    _, falling, _ = first.at(month)
    return (
        f"Next DXA: {'a loss' if falling else 'a gain'} at the {_site(first)} that two scans could "
        f"tell is 80 % likely from month {month:g}. {_taught(first, month, horizon)}"
    )


def _taught(one: NextDxa, month: float, horizon: float) -> str:
    return (
        f"A scan of the {_site(one)} at month {month:g} is expected to narrow its interval at "
        f"month {horizon:g} by {100 * one.at(month)[2]:.0f} %."
    )


def _site(one: NextDxa) -> str:
    return label_of(one.endpoint).removeprefix("BMD ")
