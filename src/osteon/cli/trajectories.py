"""The forecast as a Parquet file: tidy rows, and in its metadata what it was made with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from osteon.cli.provenance import provenance

if TYPE_CHECKING:
    from osteon.strategies.forecast import Forecast


def write_trajectories(forecast: Forecast, path: Path) -> None:
    """Write strategy, endpoint, unit, month, median, low and high, a row each month."""
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.Table.from_pandas(forecast.to_pandas(), preserve_index=False)
    made_with = {"osteon": json.dumps(provenance(forecast))}
    parquet.write_table(table.replace_schema_metadata(made_with), path)
