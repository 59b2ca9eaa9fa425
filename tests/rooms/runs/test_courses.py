"""Everyone's months as one Zarr array: what another reader finds in it, and what is summarized."""

from __future__ import annotations

import json
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
import zarr
from support.run_tasks import courses, real

from osteon.errors import MissingExtraError
from osteon.runs.run import run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return finished runs of the same people: as courses and as rows."""
    place = tmp_path_factory.mktemp("runs")
    run(courses(), place / "courses")
    run(real(), place / "rows")
    return place


def test_the_array_holds_everybody_month_by_month(folder: Path) -> None:
    array = zarr.open_array(folder / "courses" / "courses.zarr", mode="r")
    assert array.shape == (56, 13, len(array.attrs["quantities"]))
    assert array.metadata.dimension_names == ("person", "month", "quantity")
    assert array.attrs["months"] == list(range(13))
    values = np.asarray(array[:])
    assert np.isfinite(values).all()
    units = dict(zip(array.attrs["quantities"], array.attrs["units"], strict=True))
    assert units["bmd_lumbar_spine"] == "g/cm2"
    hip = values[:, :, array.attrs["quantities"].index("fracture_hip")]
    assert (hip[:, 0] == 0.0).all()
    assert (np.diff(hip, axis=1) > 0.0).all()  # a hazard only adds up


def test_changes_are_those_that_rows_hold(folder: Path) -> None:
    array = zarr.open_array(folder / "courses" / "courses.zarr", mode="r")
    spine = np.asarray(array[:, :, array.attrs["quantities"].index("bmd_lumbar_spine")], float)
    rows = pq.read_table(folder / "rows" / "shards")["bmd_lumbar_spine_month_12"].to_numpy()
    assert np.allclose(100.0 * (spine[:, 12] / spine[:, 0] - 1.0), rows, atol=2e-3)
    told, other = (
        json.loads((folder / one / "summary.json").read_text("utf-8"))["columns"]
        for one in ("courses", "rows")
    )
    assert told.keys() == other.keys()
    for name in told:
        assert told[name]["mean"] == pytest.approx(other[name]["mean"], rel=1e-3, abs=1e-3)


def test_a_damaged_chunk_is_noticed_and_computed_again(folder: Path) -> None:
    chunk = folder / "courses" / "courses.zarr" / "c" / "2" / "0" / "0"
    whole = chunk.read_bytes()
    chunk.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert run(courses(), folder / "courses").repaired == (2,)
    assert chunk.read_bytes() == whole


def test_without_zarr_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zarr", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'osteon\[runs\]'"):
        run(courses(), tmp_path)


def test_with_plain_osteon_the_extra_is_named_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_there(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("osteon.runs.arm_courses.version", not_there)
    with pytest.raises(MissingExtraError, match=r"zarr is not.*pip install 'osteon\[runs\]'"):
        run(courses(), tmp_path)
