"""The tables of a store as rows: asked, written together or not at all, documents as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from osteon.cases.faults import damaged, in_words
from osteon.errors import InputError, UnknownNameError
from osteon.version import __version__

LONGEST_NAME = 100
Words = dict[str, Any]


class Database:
    """The file of a store while it is open."""

    def __init__(self, connection: Any, path: Path, patience: float) -> None:
        self.path = path
        self._connection = connection
        self._patience = patience

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Do all that is written within, or nothing; it is on the disk at the end."""
        with in_words(self.path, self._patience):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the file in all that is read within."""
        with in_words(self.path, self._patience):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def ask(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return the rows that answer a question."""
        return list(self._connection.execute(question, values))

    def forget(self) -> bool:
        """Overwrite what has been deleted, in the log too; return whether nothing kept us from it.

        Another program that has the store open may need the log; it goes when that one closes.
        """
        with in_words(self.path, self._patience):
            self._connection.execute("VACUUM")
            ((busy, _, _),) = self.ask("PRAGMA wal_checkpoint(TRUNCATE)")
            return not busy

    def number(self, name: str) -> int:
        """Return the row of a case.

        Raises
        ------
        UnknownNameError
            If there is none of this name; names the nearest.
        """
        found = self.ask("SELECT id FROM cases WHERE name = ?", name)
        if found:
            return int(found[0][0])
        names = [one for (one,) in self.ask("SELECT name FROM cases")]
        if not names:
            raise UnknownNameError(f"there is no case '{name}': the store holds none yet")
        raise UnknownNameError.of("case", name, names)

    def insert_case(self, name: str, words: Words, version: str, added: str) -> int:
        """Write a case and its measurements; return its row.

        Raises
        ------
        InputError
            If the name is taken, empty or too long.
        """
        _check_name(name)
        if self.ask("SELECT 1 FROM cases WHERE name = ?", name):
            raise InputError(f"there is a case '{name}' already; give another name, or delete it")
        document = {key: value for key, value in words.items() if key != "measurements"}
        self.ask(
            "INSERT INTO cases (name, document, version, added) VALUES (?, ?, ?, ?)",
            name, as_json(document), version, added,
        )  # fmt: skip
        number = self.number(name)
        for measured in words.get("measurements", ()):
            self.insert_measurement(number, measured, version, added)
        return number

    def replace_case(self, number: int, words: Words) -> None:
        """Write a case and its measurements over those of a row; what stays keeps its time."""
        before = {text: (version, added) for text, version, added in self.measurements(number)}
        document = {key: value for key, value in words.items() if key != "measurements"}
        self.ask(
            "UPDATE cases SET document = ?, version = ? WHERE id = ?",
            as_json(document), __version__, number,
        )  # fmt: skip
        self.ask("DELETE FROM measurements WHERE case_id = ?", number)
        for measured in words.get("measurements", ()):
            made = before.get(as_json(measured), (__version__, None))
            self.insert_measurement(number, measured, *made)

    def insert_measurement(
        self, number: int, words: Words, version: str = __version__, added: str | None = None
    ) -> None:
        """Write what was measured at one visit."""
        self.ask(
            "INSERT INTO measurements (case_id, document, version, added) VALUES (?, ?, ?, ?)",
            number, as_json(words), version, added or now(),
        )  # fmt: skip

    def insert_forecast(
        self,
        number: int,
        content: Mapping[str, Any],
        layer: str | None,
        version: str = __version__,
        added: str | None = None,
    ) -> None:
        """Write a forecast."""
        self.ask(
            "INSERT INTO forecasts (case_id, document, version, layer, added) "
            "VALUES (?, ?, ?, ?, ?)",
            number, as_json(content), version, layer, added or now(),
        )  # fmt: skip

    def words(self, number: int) -> Words:
        """Return a case with its measurements, in the words of a case file."""
        ((document,),) = self.ask("SELECT document FROM cases WHERE id = ?", number)
        words = self.read(document)
        measured = [self.read(row) for row, _, _ in self.measurements(number)]
        return words | {"measurements": measured} if measured else words

    def measurements(self, number: int) -> list[tuple[Any, ...]]:
        """Return document, version and time of every measurement, in the order they came in."""
        return self.ask(
            "SELECT document, version, added FROM measurements WHERE case_id = ? ORDER BY id",
            number,
        )

    def forecasts(self, number: int) -> list[tuple[Any, ...]]:
        """Return document, version, layer and time of every forecast, the oldest first."""
        return self.ask(
            "SELECT document, version, layer, added FROM forecasts WHERE case_id = ? ORDER BY id",
            number,
        )

    def read(self, document: str) -> Words:
        """Return a document.

        Raises
        ------
        StoreError
            If it is damaged.
        """
        try:
            content: Words = json.loads(document)
        except ValueError as fault:
            raise damaged(self.path, f"a document cannot be read: {fault}") from fault
        return content


def as_json(content: Mapping[str, Any]) -> str:
    """Return a document as text."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def now() -> str:
    """Return the time (UTC, ISO 8601)."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _check_name(name: str) -> None:
    if not name.strip() or name != name.strip() or not name.isprintable():
        raise InputError("a case needs a name of letters, without a space at either end")
    if len(name) > LONGEST_NAME:
        raise InputError(f"the name of a case may have {LONGEST_NAME} letters at most")
