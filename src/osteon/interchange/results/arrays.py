"""Every member of a forecast as labeled arrays, in memory (xarray) or in a file (Zarr)."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from osteon.errors import MissingExtraError
from osteon.interchange.provenance import provenance_of
from osteon.strategies.forecast import Forecast

if TYPE_CHECKING:
    import xarray
    from zarr.core.buffer import Buffer


def xarray_of(forecast: Forecast) -> xarray.Dataset:
    """Return all members, the unit of each variable in its `attrs`, provenance in the whole's."""
    return forecast.to_xarray().assign_attrs(provenance_of(forecast))


def write_zarr(forecast: Forecast, path: Path) -> None:
    """Write all members as a zipped Zarr store: one file, so that it is there whole or not at all.

    Format 2 of Zarr, since format 3 does not specify words yet.
    `xarray.open_zarr(zarr.storage.ZipStore(path, mode="r"))` reads it.

    Raises
    ------
    MissingExtraError
        If zarr is not installed.
    """
    try:
        from zarr.storage import MemoryStore
    except ImportError as missing:
        raise MissingExtraError.of("a Zarr store", "interchange", missing) from missing

    # A zip cannot take a name back, and Zarr writes attributes anew: the store is whole first.
    parts: dict[str, Buffer] = {}
    store = MemoryStore(parts)
    xarray_of(forecast).to_zarr(store, mode="w-", zarr_format=2, consolidated=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with ZipFile(part, "x") as packed:
            for name, buffer in sorted(parts.items()):
                packed.writestr(name, buffer.to_bytes())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
