"""A forecast as a table (pandas) or as labeled arrays (xarray), units included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas
    import xarray

    from osteon.strategies.forecast import Forecast


def tidy_table(forecast: Forecast) -> pandas.DataFrame:
    """Return one row for each strategy, endpoint and month."""
    import pandas

    parts = []
    for outcome in forecast:
        shown = [outcome[endpoint] for endpoint in forecast.endpoints]
        shown += [outcome.fracture(endpoint) for endpoint in forecast.fractures]
        for series in shown:
            columns = {
                "strategy": outcome.strategy,
                "endpoint": series.name,
                "unit": series.unit,
                "month": series.months,
                "median": series.median,
                "low": series.low,
                "high": series.high,
                "mean": series.mean,
            }
            parts.append(pandas.DataFrame(columns))
    return pandas.concat(parts, ignore_index=True)


def dataset(forecast: Forecast) -> xarray.Dataset:
    """Return every endpoint and fracture of every member, each with its unit in `attrs`."""
    import xarray

    dimensions = ("strategy", "member", "month")
    variables = {}
    for endpoint in (*forecast.endpoints, *forecast.fractures):
        foretold = endpoint in forecast.fractures
        each = [one.fracture(endpoint) if foretold else one[endpoint] for one in forecast]
        values = np.stack([series.values for series in each])
        variables[endpoint] = xarray.Variable(dimensions, values, {"units": each[0].unit})
    return xarray.Dataset(
        variables,
        coords={
            "strategy": list(forecast.strategies),
            "month": ("month", forecast.months, {"units": "month"}),
            "weight": ("member", forecast.update.weights),
        },
        attrs={"seed": forecast.seed, "members": forecast.members},
    )
