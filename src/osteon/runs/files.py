"""Files that are there whole or not at all, and a folder that one process at a time writes into.

What is written goes to a temporary file in the same folder, to the disk (fsync), and only then
under its name; so a process may be killed, or the disk be full, at any moment.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from osteon.errors import StoreError

LOCK = "lock"
_PART = ".part"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    StoreError
        If it cannot be written, as on a full disk; names the file, and nothing is left of it.
    """
    part = path.with_name(f".{path.name}{_PART}")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        _settle(path.parent)
    except OSError as fault:
        part.unlink(missing_ok=True)
        reason = (fault.strerror or str(fault)).lower()
        raise StoreError(
            f"{path}: {reason}; what was finished before it is kept: make room and run it again"
        ) from fault


def checksum(content: bytes) -> str:
    """Return the SHA-256 of what is in a file."""
    return hashlib.sha256(content).hexdigest()


def parts_in(folder: Path) -> list[Path]:
    """Return what a process that was killed was writing in a folder or below it."""
    return sorted(folder.rglob(f".*{_PART}"))


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder against every other process; the hold ends with the process, however it ends.

    Raises
    ------
    StoreError
        If another process holds it.
    """
    with (folder / LOCK).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise StoreError(
                f"{folder}: another process is at work in this folder; wait for it, or name another"
            ) from fault
        yield


def _settle(folder: Path) -> None:
    """Make a new name in a folder last through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
