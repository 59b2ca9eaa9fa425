"""What goes wrong in a database, in words: which file, what is the matter, and the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osteon.errors import StoreError

_DAMAGED = ("malformed", "not a database", "corrupt", "disk image", "hmac")


@contextmanager
def in_words(path: Path, patience: float) -> Iterator[None]:
    """Turn what the database says into a StoreError.

    Raises
    ------
    StoreError
        What went wrong, with the file and the way out.
    """
    try:
        yield
    except Exception as fault:
        if not _of_database(fault):
            raise
        raise StoreError(_words(str(fault), path, patience)) from fault


def damaged(path: Path, what: str) -> StoreError:
    """Return the fault of a file that is damaged."""
    return StoreError(
        f"{path}: the store is damaged ({what}); the file is left as it is. Move it away, then "
        "restore it from a backup, or from an export with 'osteon case import'"
    )


def _of_database(fault: Exception) -> bool:
    """Return whether sqlite3 raised it, or the package that reads encrypted files."""
    if isinstance(fault, sqlite3.Error):
        return True
    return any(kind.__module__.startswith("sqlcipher3") for kind in type(fault).__mro__)


def _words(fault: str, path: Path, patience: float) -> str:
    if "locked" in fault or "busy" in fault:
        return (
            f"{path}: another program is writing to the store and was waited for "
            f"{patience:g} seconds; try again when it is done. Nothing was written"
        )
    if any(word in fault.lower() for word in _DAMAGED):
        return str(damaged(path, fault))
    if "full" in fault:
        return f"{path}: there is no space left for the store; nothing was written"
    if "readonly" in fault:
        return f"{path}: the store is closed to writing; nothing was written"
    return f"{path}: the store cannot be used ({fault})"
