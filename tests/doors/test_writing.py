"""What is written is whole and strict, or is not there."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from osteon.cli.writing import folder_at, json_text, write_json, write_whole
from osteon.errors import InputError, OsteonError


def test_json_is_strict_and_has_six_digits() -> None:
    content = {"a": np.array([1.0, 1.23456789, float("nan")]), "b": float("inf"), "c": [], "d": "x"}
    text = json_text(content)
    assert "[1, 1.23457, null]" in text
    assert json.loads(text) == {"a": [1, 1.23457, None], "b": None, "c": [], "d": "x"}


def test_a_sentence_with_brackets_stays_as_it_is() -> None:
    sentence = "between [\n 1,\n 2\n] and [3]"
    assert json.loads(json_text({"note": sentence}))["note"] == sentence


def test_nothing_is_left_of_a_folder_that_was_not_finished(tmp_path: Path) -> None:
    def write_half() -> None:
        with folder_at(tmp_path / "out") as folder:
            (folder / "half").write_text("half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OsteonError, match=r"out cannot be written: no space left .* make room"):
        write_half()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_of_a_file_that_was_not_finished(tmp_path: Path) -> None:
    (tmp_path / "report.json").mkdir()
    with pytest.raises(OsteonError, match=r"report\.json cannot be written: is a directory"):
        write_json({"a": 1}, str(tmp_path / "report.json"))
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_what_was_there_stays_when_the_disk_is_full(tmp_path: Path) -> None:
    kept = tmp_path / "case.yaml"
    kept.write_text("before", "utf-8")

    def half() -> Iterator[str]:
        yield "half"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OsteonError, match=r"case\.yaml cannot be written: no space left") as told:
        write_whole(half(), kept)
    assert not isinstance(told.value, InputError), "status 1: the input was right"
    assert kept.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [kept]
