"""A store of cases: one file on this machine, nothing anywhere else.

    with Store.open() as store:
        store.add("Ada", Case.read("ada.yaml"))
        store.measure("Ada", {"month": 14, "bmd_lumbar_spine": "0.902 g/cm2"})
        store.case("Ada")            with the measurement

Every method that changes something has done so, on the disk, when it returns, or not at all.
A store belongs to the thread that opened it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from osteon.cases import archive
from osteon.cases.connection import connect
from osteon.cases.database import Database, now
from osteon.cases.faults import damaged
from osteon.cases.kept import Kept, KeptForecast
from osteon.cases.location import store_file
from osteon.cases.visits import put_right, with_visit
from osteon.errors import InputError, StoreError
from osteon.language.case import Case
from osteon.version import __version__

PATIENCE = 5.0


class Store:
    """Cases kept in a file; made by `Store.open`, closed at the end of `with`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(
        cls,
        path: str | Path | None = None,
        *,
        passphrase: str | None = None,
        patience: float = PATIENCE,
    ) -> Self:
        """Open a store, or make it.

        Parameters
        ----------
        path:
            The file; None: $OSTEON_CASES, or `cases.db` in the user's data folder.
        passphrase:
            Encrypts the file; a new one is made with it, an old one opened.
        patience:
            How long to wait, in seconds, for another program that is writing.

        Raises
        ------
        StoreError
            If the file is damaged, encrypted, or not a store, or the passphrase is wrong.
        MissingExtraError
            If a passphrase is given and the package for encryption is missing.
        """
        place = store_file() if path is None else Path(path)
        return cls(Database(connect(place, passphrase, patience), place, patience))

    @property
    def path(self) -> Path:
        """Return the file."""
        return self._database.path

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def names(self) -> tuple[str, ...]:
        """Return the names of all cases, in the order of the alphabet."""
        with self._database.reading():
            found = self._database.ask("SELECT name FROM cases ORDER BY name")
        return tuple(name for (name,) in found)

    def kept(self) -> tuple[Kept, ...]:
        """Return what is kept, a line for each case."""
        question = """
            SELECT name, added, version, document,
                (SELECT count(*) FROM measurements WHERE case_id = cases.id),
                (SELECT count(*) FROM forecasts WHERE case_id = cases.id)
            FROM cases ORDER BY name
        """
        with self._database.reading():
            return tuple(
                Kept(name, added, version, tuple(self._database.read(document)["strategies"]), *n)
                for name, added, version, document, *n in self._database.ask(question)
            )

    def add(self, name: str, case: Case) -> None:
        """Keep a case.

        Raises
        ------
        InputError
            If the name is taken, empty or too long.
        """
        with self._database.writing():
            self._database.insert_case(name, case.words(), __version__, now())

    def replace(self, name: str, case: Case) -> None:
        """Keep a case, with what was measured in it, in the place of one that is kept.

        The forecasts that were kept of it stay.

        Raises
        ------
        UnknownNameError
            If there is no such case.
        """
        with self._database.writing():
            self._database.replace_case(self._database.number(name), case.words())

    def case(self, name: str) -> Case:
        """Return a case with everything that has been measured since.

        Raises
        ------
        UnknownNameError
            If there is none of this name; names the nearest.
        """
        with self._database.reading():
            words = self._database.words(self._database.number(name))
        try:
            return Case(**words)
        except InputError as fault:
            raise damaged(self.path, f"'{name}' cannot be read: {fault}") from fault

    def measure(self, name: str, measured: Mapping[str, Any]) -> Case:
        """Add what was measured at a visit, in the words of a case file; return the case.

        Raises
        ------
        InputError
            If there is no such case, what is measured cannot be understood, or is kept already.
        """
        with self._database.writing():
            number = self._database.number(name)
            case = with_visit(self._database.words(number), measured)
            self._database.insert_measurement(number, case.words()["measurements"][-1])
        return case

    def correct(self, name: str, measured: Mapping[str, Any]) -> Case:
        """Put right what was measured in a month, where None takes a value back; return the case.

        The forecasts that were kept of it stay.

        Raises
        ------
        InputError
            If there is no such case, or nothing of what is named was measured then.
        """
        with self._database.writing():
            number = self._database.number(name)
            case = put_right(self._database.words(number), measured)
            self._database.replace_case(number, case.words())
        return case

    def keep_forecast(self, name: str, content: Mapping[str, Any], layer: str | None) -> None:
        """Keep a forecast of a case, with the version and the fitted layer that made it.

        Parameters
        ----------
        content:
            The forecast as `osteon simulate --json` writes it: numbers, texts, lists, mappings.
        layer:
            The name of the fitted layer; None: literature values.

        Raises
        ------
        UnknownNameError
            If there is no such case.
        """
        with self._database.writing():
            number = self._database.number(name)
            self._database.insert_forecast(number, content, layer)

    def forecasts(self, name: str) -> tuple[KeptForecast, ...]:
        """Return the forecasts that were kept of a case, the oldest first."""
        with self._database.reading():
            return tuple(
                KeptForecast(added, version, layer, self._database.read(document))
                for document, version, layer, added in self._database.forecasts(
                    self._database.number(name)
                )
            )

    def delete(self, name: str) -> bool:
        """Delete a case with all that belongs to it, and every trace of it in the file.

        Returns
        -------
        Whether no trace is left: while another program has the store open, its log may keep some
        until that program closes it.
        """
        with self._database.writing():
            self._database.ask("DELETE FROM cases WHERE id = ?", self._database.number(name))
        try:
            return self._database.forget()
        except StoreError:
            return False

    def export(self) -> Iterator[str]:
        """Yield everything as lines of JSON: a line that says what it is, then a line a case."""
        with self._database.reading():
            yield from archive.lines_of(self._database)

    def restore(self, lines: Iterable[str], source: str) -> tuple[str, ...]:
        """Take in every case of an export, or none; return their names.

        Parameters
        ----------
        lines:
            As `export` yields them.
        source:
            The name of the file, for messages.

        Raises
        ------
        InputError
            If a line is no case, or a name is taken; names file and line.
        """
        with self._database.writing():
            return tuple(archive.taken_in(self._database, lines, source))
