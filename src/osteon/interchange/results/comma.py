"""A forecast as comma-separated values that say what they were made with."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from osteon.interchange.provenance import provenance_of
from osteon.strategies.forecast import Forecast


def write_csv(forecast: Forecast, path: Path) -> None:
    """Write the tidy table below its provenance, a `#` line for each word.

    The lines stand in the file itself, since a second file beside it is lost when the first is
    sent on. `pandas.read_csv(path, comment="#")` passes over them; words are quoted, so that a `#`
    in the name of a strategy is none of them.
    """
    with path.open("w", encoding="utf-8", newline="") as stream:
        for name, value in provenance_of(forecast).items():
            stream.write(f"# {name}: {json.dumps(value)}\n")
        forecast.to_pandas().to_csv(
            stream, index=False, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n"
        )
