"""Where cases are kept: $OSTEON_CASES, or a file in the user's data folder; closed to others."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "OSTEON_CASES"
PASSPHRASE = "OSTEON_PASSPHRASE"
_MAGIC = b"SQLite format 3\0"


def store_file() -> Path:
    """Return the file in which cases are kept unless another is named."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("osteon") / "cases.db"


def make_private(path: Path) -> None:
    """Make an empty file, and its folder where missing, that only this user may read and write."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def is_new(path: Path) -> bool:
    """Return whether there is nothing in the file yet."""
    return not path.exists() or path.stat().st_size == 0


def is_plain(path: Path) -> bool:
    """Return whether a file that is there begins as an unencrypted store does."""
    with path.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC
