"""Chunks of people as chunks of one Zarr array: person, month, quantity; 32-bit numbers.

The array is `courses.zarr` (Zarr format 3) and its chunk of files `c/INDEX/0/0` are those of the
run, so that each is written whole or not at all, and any tool that reads Zarr reads them all as
one: `zarr.open_array("DIR/courses.zarr", mode="r")`. Its attributes name quantities and units.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from osteon.errors import MissingExtraError
from osteon.runs.files import write_whole

if TYPE_CHECKING:
    from zarr.core.buffer import Buffer

COURSES = "courses.zarr"
_ONLY_CHUNK = "c/0/0/0"
_META = "zarr.json"


@dataclass(frozen=True)
class CoursesLayout:
    """One array of everybody.

    Attributes
    ----------
    people, chunk_size:
        How many there are, and how many in a chunk.
    months:
        The months of the array.
    quantities:
        Its quantities with their units; a chunk's table has a column for each and each month.
    """

    people: int
    chunk_size: int
    months: tuple[int, ...]
    quantities: tuple[tuple[str, str], ...]

    def path_of(self, folder: Path, index: int) -> Path:
        """Return where a chunk is kept."""
        return folder / COURSES / "c" / str(index) / "0" / "0"

    def encoded(self, table: pa.Table) -> bytes:
        """Return the rows of a chunk as the bytes of its file.

        Raises
        ------
        MissingExtraError
            If zarr is not installed.
        """
        array, parts = self._array(self.chunk_size)
        values = np.stack([table[name].to_numpy() for name in self._names()], axis=1)
        array[: table.num_rows] = values.reshape(table.num_rows, len(self.months), -1)
        return parts[_ONLY_CHUNK].to_bytes()

    def decoded(self, content: bytes, index: int) -> pa.Table:
        """Return the rows that are in the bytes of a chunk's file."""
        from zarr.core.buffer.cpu import Buffer

        array, parts = self._array(self.chunk_size)
        parts[_ONLY_CHUNK] = Buffer.from_bytes(content)
        rows = min(self.chunk_size, self.people - index * self.chunk_size)
        values: NDArray[np.float32] = np.asarray(array[:rows]).reshape(rows, -1)
        return pa.table(dict(zip(self._names(), values.T, strict=True)))

    def begin(self, folder: Path) -> None:
        """Write what the array is.

        Raises
        ------
        MissingExtraError
            If zarr is not installed.
        """
        place = folder / COURSES
        place.mkdir(exist_ok=True)
        if not (place / _META).exists():
            write_whole(place / _META, self._array(self.people)[1][_META].to_bytes())

    @staticmethod
    def column(quantity: str, month: int) -> str:
        """Return the name of a chunk's column."""
        return f"{quantity}_month_{month}"

    def _names(self) -> list[str]:
        return [self.column(name, month) for month in self.months for name, _ in self.quantities]

    def _array(self, people: int) -> tuple[Any, dict[str, Buffer]]:
        """Return an array of so many people in memory, and the files that it consists of."""
        try:
            import zarr
            from zarr.storage import MemoryStore
        except ImportError as missing:
            raise MissingExtraError.of("Zarr courses", "runs", missing) from missing
        parts: dict[str, Buffer] = {}
        array = zarr.create_array(
            MemoryStore(parts),
            shape=(people, len(self.months), len(self.quantities)),
            chunks=(self.chunk_size, len(self.months), len(self.quantities)),
            dtype="float32",
            fill_value=np.nan,
            dimension_names=("person", "month", "quantity"),
            attributes={
                "months": list(self.months),
                "quantities": [name for name, _ in self.quantities],
                "units": [unit for _, unit in self.quantities],
            },
        )
        return array, parts
