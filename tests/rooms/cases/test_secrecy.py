"""Only the owner may read, only with the passphrase, and what is deleted is gone from the bytes."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from osteon.cases.store import Store
from osteon.errors import MissingExtraError, StoreError
from osteon.language.case import Case

SECRET = "Wilhelmine Zwetschgenbaum"
PASSPHRASE = "it's a \"long\" one; with ' -- signs"


def everything(folder: Path) -> bytes:
    """Return the bytes of all files: the store, its log and whatever lies beside it."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def test_a_store_is_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cases.db"
    with Store.open(path):
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_is_deleted_occurs_nowhere(tmp_path: Path, case: Case) -> None:
    with Store.open(tmp_path / "cases.db") as store:
        store.add("Ada", case)
        store.add(SECRET, case.but(note=f"about {SECRET}"))
        store.measure(SECRET, {"month": 3, "ctx": "0.7654 ng/mL"})
        store.keep_forecast(SECRET, {"of": SECRET, "values": list(range(9000))}, None)
        for text in (SECRET, "0.7654"):
            assert text.encode() in everything(tmp_path)
        assert store.delete(SECRET)
        assert store.names() == ("Ada",)
        for text in (SECRET, "0.7654", "8997,8998"):
            assert text.encode() not in everything(tmp_path)
    assert SECRET.encode() not in everything(tmp_path)


def test_a_delete_that_another_reader_holds_up_says_so(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "cases.db"
    with Store.open(path, patience=0.1) as store, Store.open(path) as other:
        store.add(SECRET, case)
        with other._database.reading():
            other._database.ask("SELECT * FROM cases")
            assert not store.delete(SECRET)
        assert store.names() == ()
    assert SECRET.encode() not in path.read_bytes()


def test_an_encrypted_store_shows_nothing_and_opens_with_its_passphrase_only(
    tmp_path: Path, case: Case
) -> None:
    path = tmp_path / "cases.db"
    with Store.open(path, passphrase=PASSPHRASE) as store:
        store.add(SECRET, case.but(note=SECRET))
        seen = everything(tmp_path)
    seen += everything(tmp_path)
    for text in (SECRET, "anastrozole", "risedronate", "CREATE TABLE", "SQLite format"):
        assert text.encode() not in seen
    before = path.read_bytes()
    for wrong in ("it's a", PASSPHRASE + " "):
        with pytest.raises(StoreError, match="this passphrase does not open the store"):
            Store.open(path, passphrase=wrong)
    with pytest.raises(StoreError, match="needs its passphrase"):
        Store.open(path)
    with pytest.raises(StoreError, match="empty passphrase"):
        Store.open(path, passphrase="")
    assert path.read_bytes() == before
    with Store.open(path, passphrase=PASSPHRASE) as store:
        assert store.case(SECRET).note == SECRET
        assert store.delete(SECRET)


def test_an_encrypted_store_that_is_damaged_says_so(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "cases.db"
    with Store.open(path, passphrase=PASSPHRASE) as store:
        store.add("Ada", case)
        store.keep_forecast("Ada", {"values": list(range(9000))}, None)
    content = bytearray(path.read_bytes())
    content[-5000] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        Store.open(path, passphrase=PASSPHRASE)
    assert path.read_bytes() == bytes(content)


def test_a_passphrase_for_a_plain_store_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path / "cases.db").close()
    with pytest.raises(StoreError, match="not encrypted"):
        Store.open(tmp_path / "cases.db", passphrase=PASSPHRASE)


def test_without_the_package_the_way_to_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(MissingExtraError, match=r"osteon\[encryption\]"):
        Store.open(tmp_path / "cases.db", passphrase=PASSPHRASE)
