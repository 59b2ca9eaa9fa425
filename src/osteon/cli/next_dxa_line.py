"""When the next DXA would tell something, in a line under a strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from osteon.cli.look import QUIET
from osteon.reports.next_dxa_words import next_dxa_words

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.strategies.forecast import Forecast


def print_next_dxa(console: Console, forecast: Forecast, strategy: str) -> None:
    """Print it; nothing where no DXA was made at month 0, or none can follow."""
    found = forecast.next_dxa(strategy)
    if found:
        line = Text(next_dxa_words(found, float(forecast.months[-1])), style=QUIET)
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
