"""A connection to the file of a store: looked at before it is touched, private, durable.

Written through to the disk before anything counts as confirmed (write-ahead log, full
synchronization); what is deleted is overwritten. With a passphrase the whole file is encrypted
(SQLCipher: AES-256, a key derived by 256,000 rounds), its log too.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

from osteon.cases.faults import damaged, in_words
from osteon.cases.location import is_new, is_plain, make_private
from osteon.cases.schema import bring_up_to_date, check_maker
from osteon.errors import InputError, MissingExtraError, StoreError

SHORTEST: Final = 12
"""Of the passphrase of a new store, characters; as the password of the studio."""


def connect(path: Path, passphrase: str | None, patience: float) -> Any:
    """Return a connection to a store, made if it is not there.

    Raises
    ------
    InputError
        If the passphrase of a new store is too short.
    StoreError
        If the file is damaged, encrypted, or not a store, or the passphrase is wrong.
    MissingExtraError
        If a passphrase is given and the package for encryption is missing.
    """
    if passphrase == "":
        raise StoreError("an empty passphrase protects nothing; give another, or none")
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it")
    if not is_new(path):
        _look_at(path, passphrase, patience)
    elif passphrase is not None and len(passphrase) < SHORTEST:
        raise InputError(
            f"the passphrase is too short for a file that somebody may carry away: it needs "
            f"{SHORTEST} characters at least; a few words will do"
        )
    try:
        make_private(path)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise StoreError(
            f"{path}: the store cannot be made or written ({reason}); name another place"
        ) from fault
    with in_words(path, patience):
        connection = _opened(str(path), passphrase, patience)
        for setting in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {setting}").fetchall()
        bring_up_to_date(connection)
    return connection


def _look_at(path: Path, passphrase: str | None, patience: float) -> None:
    """Refuse a file that cannot be a store, or is damaged, before it is opened for writing."""
    plain = is_plain(path)
    if plain and passphrase is not None:
        raise StoreError(
            f"{path}: the store is not encrypted; open it without a passphrase. To encrypt it, "
            "export all cases and import them into a new store"
        )
    if not plain and passphrase is None:
        raise StoreError(f"{path}: the store is encrypted, or damaged; it needs its passphrase")
    with in_words(path, patience):
        looking = _opened(f"{path.absolute().as_uri()}?mode=ro", passphrase, patience, uri=True)
        try:
            found = _checked(looking, path, passphrase)
            if found == "ok":
                check_maker(looking, path)
        finally:
            looking.close()
    if found != "ok":
        raise damaged(path, found)


def _checked(looking: Any, path: Path, passphrase: str | None) -> str:
    """Return what the database says of itself; 'ok' if all is well."""
    try:
        return str(looking.execute("PRAGMA quick_check").fetchone()[0]).strip()
    except Exception as fault:
        if passphrase is not None and "not a database" in str(fault):
            raise StoreError(
                f"{path}: this passphrase does not open the store (or the file is damaged at its "
                "beginning); nothing was changed"
            ) from fault
        raise


def _opened(place: str, passphrase: str | None, patience: float, *, uri: bool = False) -> Any:
    if passphrase is None:
        return sqlite3.connect(place, timeout=patience, isolation_level=None, uri=uri)
    try:
        from sqlcipher3 import dbapi2
    except ImportError as missing:
        raise MissingExtraError.of("an encrypted store", "encryption", missing) from missing
    connection = dbapi2.connect(place, timeout=patience, isolation_level=None, uri=uri)
    quoted = passphrase.replace("'", "''")
    connection.execute(f"PRAGMA key = '{quoted}'")
    return connection
