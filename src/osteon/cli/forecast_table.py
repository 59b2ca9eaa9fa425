"""A forecast as tables: a strategy each, time as rows, marks for what scans can see.

0.866  -5.4 %*       median, percent change; * two scans could tell this change from none
-15.4 to +3.1        central 95 % of the change
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rich.table import Table
from rich.text import Text

from osteon.cli.forbidden import forbidden_in
from osteon.cli.fracture_table import fracture_key, print_fractures
from osteon.cli.look import (
    GAIN,
    LOSS,
    MARK,
    QUIET,
    interval,
    level,
    levels,
    plain_table,
    print_remarks,
    print_table,
    signed,
)
from osteon.cli.next_dxa_line import print_next_dxa
from osteon.people.endpoint import DXA_ENDPOINTS, label_of
from osteon.people.measurement_error import least_significant_change
from osteon.vocabulary.span import count_of, unit_of

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.strategies.forecast import Forecast
    from osteon.strategies.outcome import Outcome
    from osteon.strategies.series import Series

Array = NDArray[np.float64]
_YEARS = (0, 12, 24, 36, 60, 120)
_MONTHS = (0, 1, 3, 6, 12)
_MARKERS = ("ctx", "pinp")


def print_forecast(console: Console, forecast: Forecast) -> None:
    """Print every strategy, what the marks mean, and the notes."""
    months = _months(forecast)
    for outcome in forecast:
        console.print()
        console.print(Text(outcome.strategy, style="bold"))
        print_table(console, _table(outcome, months))
        print_next_dxa(console, forecast, outcome.strategy)
    print_fractures(console, forecast)
    print_remarks(console, _key(forecast), (*forbidden_in(forecast.case), *forecast.notes))


def _months(forecast: Forecast) -> Array:
    last = float(forecast.months[-1])
    shown = _YEARS if unit_of(last)[0] == "year" else _MONTHS
    return np.array([*(month for month in shown if month < last), last])


def _key(forecast: Forecast) -> str:
    scanner = forecast.case.person.scanner
    limits = ", ".join(
        f"{label_of(endpoint).removeprefix('BMD ')} {limit:.1f} %"
        for endpoint in DXA_ENDPOINTS
        if (limit := least_significant_change(endpoint, scanner)) is not None
    )
    return (
        "BMD with its change since month 0, and markers: the median, and below it the central "
        "95 % of what may happen (parameters not known, people who differ and, of BMD, a model "
        f"that is off; measurement error is not in it). {MARK} two scans could tell this change "
        f"from none ({limits}).\n{fracture_key(forecast)}"
    )


def _table(outcome: Outcome, months: Array) -> Table:
    unit, one = unit_of(float(months[-1]))
    table = plain_table(f"\n{unit}")
    densities = [outcome.at_months(endpoint, months) for endpoint in DXA_ENDPOINTS]
    markers = [outcome.at_months(endpoint, months) for endpoint in _MARKERS]
    for series in (*densities, *markers):
        title = label_of(series.name).removeprefix("BMD ").removesuffix(" (P1NP)")
        table.add_column(f"{title}\n{series.unit}", justify="right", no_wrap=True)
    columns = [_density(series, outcome.scanner) for series in densities]
    columns += [_marker(series) for series in markers]
    for month, *cells in zip(months, *columns, strict=True):
        table.add_row(f"{count_of(month, one):>4}", *cells)
    return table


def _density(series: Series, scanner: str) -> Iterator[Text]:
    limit = least_significant_change(series.name, scanner)
    for month, now_at, change in zip(series.months, series, series.change, strict=True):
        now = Text(f"{now_at.median:.3f}")
        if month == 0:
            yield now.append(" " * 9)
            continue
        seen = limit is not None and abs(change.median) >= limit
        color = "" if not seen else LOSS if change.median < 0 else GAIN
        now.append(f" {signed(change.median):>5} %{MARK if seen else ' '}", style=color)
        yield now.append(f"\n{interval(change.low, change.high)} ", style=QUIET)


def _marker(series: Series) -> Iterator[Text]:
    for summary in series:
        now = Text(level(summary.median))
        if level(summary.low) != level(summary.high):
            now.append(f"\n{levels(summary.low, summary.high)}", style=QUIET)
        yield now
