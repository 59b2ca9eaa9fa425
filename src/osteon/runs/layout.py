"""How the rows of a chunk are kept: as which bytes, in which file of the folder of a run."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq


class Layout(Protocol):
    """A way to keep chunks; immutable, and able to be sent to another process."""

    def path_of(self, folder: Path, index: int) -> Path:
        """Return where a chunk is kept."""
        ...

    def encoded(self, table: pa.Table) -> bytes:
        """Return the rows of a chunk as the bytes of its file."""
        ...

    def decoded(self, content: bytes, index: int) -> pa.Table:
        """Return the rows that are in the bytes of a chunk's file."""
        ...

    def begin(self, folder: Path) -> None:
        """Write what stands beside the chunks, where it is not there yet."""
        ...


class Parquet:
    """A table for each chunk, in `shards/`."""

    def path_of(self, folder: Path, index: int) -> Path:
        """Return where a chunk is kept."""
        return folder / "shards" / f"{index:06d}.parquet"

    def encoded(self, table: pa.Table) -> bytes:
        """Return the rows of a chunk as the bytes of its file."""
        stream = io.BytesIO()
        pq.write_table(table, stream, compression="zstd")
        return stream.getvalue()

    def decoded(self, content: bytes, index: int) -> pa.Table:
        """Return the rows that are in the bytes of a chunk's file."""
        return pq.read_table(io.BytesIO(content))

    def begin(self, folder: Path) -> None:
        """Make the folder of the shards."""
        (folder / "shards").mkdir(exist_ok=True)


PARQUET = Parquet()
