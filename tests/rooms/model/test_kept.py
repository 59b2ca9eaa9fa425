"""A model that is kept: the same model, put together once, and never an old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteon.model.kept import kept
from osteon.model.library import mechanisms
from osteon.model.model import Model

CALM = "calm = 1\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of equations, with a cache of its own beside it."""
    monkeypatch.setenv("OSTEON_CACHE", str(tmp_path / "cache"))
    made = tmp_path / "equations"
    (made / "room").mkdir(parents=True)
    (made / "room" / "calm.py").write_text(CALM, "utf-8")
    return made


def never() -> Model:
    """Put together what must not be put together again."""
    raise AssertionError("it is kept already")


def test_a_kept_model_is_the_same(folder: Path) -> None:
    first = Model(mechanisms())
    kept([str(folder)], lambda: first)
    again = kept([str(folder)], never)
    assert again is not first
    assert (again.states, again.inputs, again.table) == (first.states, first.inputs, first.table)
    assert again.trace.graph.operations == first.trace.graph.operations
    assert [node.index for node in again.trace.rates] == [node.index for node in first.trace.rates]
    assert again.trace.rates[0].graph is again.trace.graph


@pytest.mark.parametrize("change", ["edited", "added", "renamed"])
def test_a_changed_file_is_another_model(folder: Path, toy: Model, change: str) -> None:
    kept([str(folder)], lambda: toy)
    calm = folder / "room" / "calm.py"
    match change:
        case "edited":
            calm.write_text("calm = 2\n", "utf-8")
        case "added":
            (folder / "room" / "calm.toml").touch()
        case "renamed":
            calm.rename(folder / "room" / "storm.py")
    with pytest.raises(AssertionError, match="kept already"):
        kept([str(folder)], never)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "another file"])
def test_what_is_damaged_is_put_together_anew(
    folder: Path, toy: Model, tmp_path: Path, damage: str
) -> None:
    kept([str(folder)], lambda: toy)
    (path,) = (tmp_path / "cache" / "models").iterdir()
    whole = path.read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    damaged = {"cut": whole[:middle], "flipped": flipped, "empty": b"", "another file": b"x" * 99}
    path.write_bytes(damaged[damage])
    assert kept([str(folder)], lambda: toy) is toy
    assert path.read_bytes() == whole


def test_without_room_for_it_a_model_is_put_together_each_time(
    folder: Path, toy: Model, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    assert kept([str(folder)], lambda: toy) is toy
    assert kept([str(folder)], lambda: toy) is toy
