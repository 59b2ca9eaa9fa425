"""A forecast as a table of pandas or polars that says what it was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osteon.errors import MissingExtraError
from osteon.interchange.provenance import provenance_of
from osteon.strategies.forecast import Forecast

if TYPE_CHECKING:
    import pandas
    import polars


def pandas_of(forecast: Forecast) -> pandas.DataFrame:
    """Return the tidy table, a unit in each row, provenance in `attrs`."""
    table = forecast.to_pandas()
    table.attrs.update(provenance_of(forecast))
    return table


def polars_of(forecast: Forecast) -> polars.DataFrame:
    """Return the tidy table, a unit in each row, provenance in constant columns.

    A polars table has no place for metadata. The columns `version`, `layer`, `seed`, `members` and
    `input` outlive filters, joins and files.

    Raises
    ------
    MissingExtraError
        If polars is not installed.
    """
    try:
        import polars
    except ImportError as missing:
        raise MissingExtraError.of("a polars table", "interchange", missing) from missing

    columns = forecast.to_pandas().to_dict("list")
    table = polars.DataFrame({str(name): values for name, values in columns.items()})
    made_with = provenance_of(forecast).items()
    return table.with_columns(polars.lit(value).alias(name) for name, value in made_with)
