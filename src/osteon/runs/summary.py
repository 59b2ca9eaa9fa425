"""The summary of a run: moments and quantiles of every column, from one shard at a time.

Shards are read in the order of their chunks, so the summary does not depend on which was finished
first, and memory is that of one shard and the histograms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from osteon.runs.histogram import Histogram
from osteon.runs.task import Column

SUMMARY = "summary.json"
QUANTILES = (0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975)


def summary_of(columns: tuple[Column, ...], tables: Iterable[pa.Table]) -> dict[str, Histogram]:
    """Return the summary of each column that has numbers, all tables merged in their order."""
    found: dict[str, Histogram] = {}
    for table in tables:
        for column in columns:
            numbers = column.of(table)
            if not len(numbers):
                continue
            one = Histogram.of(numbers, column.bin_width)
            found[column.name] = found[column.name].merged(one) if column.name in found else one
    return found


def summary_content(columns: tuple[Column, ...], found: Mapping[str, Histogram]) -> dict[str, Any]:
    """Return a summary as its file has it."""
    return {
        "columns": {
            column.name: {
                "unit": column.unit,
                "people": found[column.name].people,
                "mean": found[column.name].mean,
                "sd": found[column.name].sd,
                "least": found[column.name].least,
                "greatest": found[column.name].greatest,
                "quantiles": {str(one): found[column.name].quantile(one) for one in QUANTILES},
                "quantile_error": column.bin_width / 2.0,
            }
            for column in columns
            if column.name in found
        }
    }
