"""A forecast goes to other programs with its numbers, its units and what it was made with."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas
import pytest
import xarray
from support.courses import EXAMPLE
from zarr.storage import ZipStore

from osteon.errors import MissingExtraError
from osteon.interchange.provenance import provenance_of
from osteon.interchange.results.arrays import write_zarr, xarray_of
from osteon.interchange.results.comma import write_csv
from osteon.interchange.results.frames import pandas_of, polars_of
from osteon.language import Case
from osteon.strategies.forecast import Forecast
from osteon.strategies.simulate import simulate


@pytest.fixture(scope="module")
def forecast() -> Forecast:
    return simulate(Case.read(EXAMPLE).but(horizon="1 year"), members=4)


def test_csv_gives_back_every_number(forecast: Forecast, tmp_path: Path) -> None:
    write_csv(forecast, tmp_path / "a.csv")
    read = pandas.read_csv(tmp_path / "a.csv", comment="#", keep_default_na=False)
    pandas.testing.assert_frame_equal(read, forecast.to_pandas(), rtol=1e-14, atol=0)
    lines = (tmp_path / "a.csv").read_text("utf-8").splitlines()
    said = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    assert {name: json.loads(value) for name, value in said.items()} == provenance_of(forecast)


def test_a_number_sign_in_a_name_is_no_comment(forecast: Forecast, tmp_path: Path) -> None:
    outcomes = {
        name: replace(one, strategy=f'#1, "{name}"') for name, one in forecast.outcomes.items()
    }
    write_csv(replace(forecast, outcomes=outcomes), tmp_path / "a.csv")
    read = pandas.read_csv(tmp_path / "a.csv", comment="#")
    assert set(read.strategy) == {f'#1, "{name}"' for name in forecast.strategies}


def test_pandas_carries_provenance(forecast: Forecast) -> None:
    table = pandas_of(forecast)
    assert table.attrs == provenance_of(forecast)
    assert set(table.loc[table.endpoint == "bmd_lumbar_spine", "unit"]) == {"g/cm2"}


def test_polars_carries_provenance_in_columns(forecast: Forecast) -> None:
    table, tidy = polars_of(forecast), forecast.to_pandas()
    for name in tidy:
        assert table[name].to_list() == tidy[name].to_list()
    for name, value in provenance_of(forecast).items():
        assert table[name].unique().to_list() == [value]


def test_zarr_gives_back_every_member(forecast: Forecast, tmp_path: Path) -> None:
    write_zarr(forecast, tmp_path / "a.zarr.zip")
    with ZipStore(tmp_path / "a.zarr.zip", mode="r") as store:
        read = xarray.open_zarr(store, chunks=None).load()
    whole = xarray_of(forecast)
    xarray.testing.assert_equal(read, whole)
    assert read.attrs == whole.attrs
    assert provenance_of(forecast).items() <= read.attrs.items()
    assert read["bmd_lumbar_spine"].attrs["units"] == "g/cm2"
    assert np.isfinite(read["bmd_lumbar_spine"]).all()


def test_what_is_missing_is_named(
    forecast: Forecast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    monkeypatch.setitem(sys.modules, "zarr.storage", None)
    with pytest.raises(MissingExtraError, match="interchange"):
        polars_of(forecast)
    with pytest.raises(MissingExtraError, match="interchange"):
        write_zarr(forecast, tmp_path / "a.zarr.zip")
