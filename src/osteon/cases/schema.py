"""The tables of a store, as steps from each version to the next; the file remembers its version.

A step is never changed once it has been released: another is added after it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from osteon.errors import StoreError

APPLICATION = 0x0507E0
STEPS = (
    """
    CREATE TABLE cases (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        document TEXT NOT NULL,
        version TEXT NOT NULL,
        added TEXT NOT NULL
    );
    CREATE TABLE measurements (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        document TEXT NOT NULL,
        version TEXT NOT NULL,
        added TEXT NOT NULL
    );
    CREATE TABLE forecasts (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        document TEXT NOT NULL,
        version TEXT NOT NULL,
        layer TEXT,
        added TEXT NOT NULL
    );
    CREATE INDEX measurements_of_case ON measurements (case_id);
    CREATE INDEX forecasts_of_case ON forecasts (case_id);
    """,
)


def bring_up_to_date(connection: Any, steps: tuple[str, ...] = STEPS) -> None:
    """Take the steps that the file has not taken yet, all of them or none."""
    if _number(connection, "user_version") == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _number(connection, "user_version")
        for step in steps[version:]:
            for statement in filter(None, map(str.strip, step.split(";"))):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def check_maker(connection: Any, path: Path) -> None:
    """Refuse a database that is not a store, or that this version cannot read.

    Raises
    ------
    StoreError
        If another program made the file, or a later version of this one.
    """
    version = _number(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    ours = not tables or _number(connection, "application_id") == APPLICATION
    if ours and version > len(STEPS):
        raise StoreError(
            f"{path}: a later version of osteon made this store (format {version}, known are up "
            f"to {len(STEPS)}); use that version. The file is unchanged"
        )
    if not ours:
        raise StoreError(
            f"{path}: another program's database, not a store of cases; name another file. "
            "The file is unchanged"
        )


def _number(connection: Any, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
