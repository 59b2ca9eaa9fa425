"""How many of a hundred women like her break a bone, strategies side by side.

11 in 100            what is to be expected
4 to 26              central 95 % of what may hold for her
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from osteon.cli.look import QUIET, plain_table, print_table
from osteon.vocabulary.span import span_in_words

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.strategies.forecast import Forecast
    from osteon.strategies.outcome import Outcome

_KINDS: Final = {
    "fracture_clinical": "\nclinical",
    "fracture_major_osteoporotic": "major\nosteoporotic",
    "fracture_hip": "\nhip",
    "fracture_vertebral": "vertebral,\non X-ray",
}
_KEY = (
    "Fractures: how many of a hundred women like her have at least one by then, death being a "
    "rival, and below it the central 95 % of what may hold for her. Vertebral fractures on X-ray "
    "are felt or not; the clinical and the major ones hold only those that are felt. An estimate "
    "for research, not FRAX."
)


def fracture_key(forecast: Forecast) -> str:
    """Return how the table is to be read; in men, that there is none."""
    return _KEY if forecast.fractures else "Fractures are not forecast in men."


def print_fractures(console: Console, forecast: Forecast) -> None:
    """Print the probability of fracture within the horizon, a strategy a row."""
    if not forecast.fractures:
        return
    table = plain_table("\nstrategy")
    for title in _KINDS.values():
        table.add_column(title.replace("\n", " \n") + " ", justify="right", no_wrap=True)
    for outcome in forecast:
        table.add_row(outcome.strategy, *(_share(outcome, kind) for kind in _KINDS))
    span = span_in_words(float(forecast.months[-1]))
    console.print()
    console.print(Text(f"Fractures within {span}, of 100", style="bold"))
    print_table(console, table)


def _share(outcome: Outcome, kind: str) -> Text:
    series = outcome.fracture(kind)
    limits = series.at(float(series.months[-1]))
    text = Text(f"{_count(series.mean[-1])} ")
    return text.append(f"\n{_count(limits.low)} to {_count(limits.high)} ", style=QUIET)


def _count(percent: float) -> str:
    return f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}"
