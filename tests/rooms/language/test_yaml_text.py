"""A file that cannot be read says so in one plain sentence, with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from osteon.errors import InputError
from osteon.language import yaml_text

DEEP = "a: " + "[" * 30 + "]" * 30


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "f.yaml: the file is empty"),
        ("# nothing but a remark\n", "f.yaml: the file is empty"),
        ("- a\n", "f.yaml:1: the file must be a list of names with values"),
        ("hello\n", "f.yaml:1: the file must be a list of names with values"),
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3: 'a' is given twice, first on line 1"),
        ("a:\n  b: 1\n  c: 2\n  b: 3\n", "f.yaml:4: 'b' is given twice, first on line 2"),
        ("a: 1\nb: &x 2\n", "f.yaml:2: '&' and '*' (references) are not understood"),
        ("a: 1\nb: *x\n", "f.yaml:2: '&' and '*' (references) are not understood"),
        ("a: 1\nb: *loud*\n", "f.yaml:2: column 9: '*' begins a reference"),
        ("a: !!python/name:os.system\n", "f.yaml:1: the tag"),
        ("a: !!timestamp x\n", "f.yaml:1: the tag"),
        (DEEP, "f.yaml:1: nesting is deeper than 20 levels"),
        ("a: " + "[" * 50_000, "f.yaml:1: nesting is deeper than 20 levels"),
        ("a:\n\tb: 1\n", "f.yaml:2: column 1: a tab stands where only spaces may"),
        ("a: b: 1\n", "f.yaml:1: column 5: a colon is not expected here"),
        ("a:\n  b: 1\n c: 2\n", "f.yaml:3: column 2: the indentation does not match"),
        ("a: {b: 1\nc: 2\n", "f.yaml:2: column 2: a comma or a closing bracket is missing"),
        ("a: 'b\n", "f.yaml:2: column 1: a quotation mark is opened and never closed"),
        ("a: %b\n", "f.yaml:1: column 4: this sign cannot begin a value"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2: column 1: the file holds a second document"),
        ("a: 1\nb: \x00\n", "f.yaml:2: a character that is not text stands here"),
        ("? [a]\n: 1\n", "f.yaml:1: a name must be plain text"),
        ("a" * 1_000_001, "f.yaml: the text is longer than 1 MB"),
    ],
)
def test_what_is_wrong_and_where(text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        yaml_text.parse(text, "f.yaml")
    assert str(caught.value).startswith(told)


def test_plain_values_are_ordinary_decimal_numbers() -> None:
    text = "{a: 010, b: 1e3, c: 1:30, d: 0x1F, e: -1.2, f: no, g: 2026-03-01, h: 2026-02-30, i: }"
    data = yaml_text.parse(text).data
    assert data == {
        "a": 10,
        "b": "1e3",
        "c": "1:30",
        "d": "0x1F",
        "e": -1.2,
        "f": False,
        "g": date(2026, 3, 1),
        "h": "2026-02-30",
        "i": None,
    }


def test_names_are_kept_as_they_are_written() -> None:
    assert list(yaml_text.parse("1: a\nyes: b\nnull: c\n").data) == ["1", "yes", "null"]


def test_every_path_knows_its_line() -> None:
    document = yaml_text.parse("a:\n  - b: 1\n    c: 2\n  - d: [3,\n       4]\n", "f.yaml")
    assert document.line(("a",)) == 1
    assert document.line(("a", 0, "c")) == 3
    assert document.line(("a", 1, "d", 1)) == 5
    assert document.line(("a", 0, "missing", "deeper")) == 2
    assert document.line(("nowhere",)) == 1


def test_a_missing_file_offers_its_neighbor(tmp_path: Path) -> None:
    (tmp_path / "anastrozole.yaml").write_text("a: 1\n", "utf-8")
    with pytest.raises(InputError, match=r"no such file; did you mean 'anastrozole.yaml'"):
        yaml_text.read_text(tmp_path / "anastrozol.yaml")
    with pytest.raises(InputError, match="no such file, nor a folder"):
        yaml_text.read_text(tmp_path / "nowhere" / "case.yaml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder; name a file in it"):
        yaml_text.read_text(tmp_path)


def test_a_device_is_no_file() -> None:
    with pytest.raises(InputError, match="this is not an ordinary file"):
        yaml_text.read_text("/dev/zero")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * 1_000_001)
    with pytest.raises(InputError, match="larger than 1 MB"):
        yaml_text.read_text(file)


def test_a_file_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes("a: 1\nb: Zürich\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"latin\.yaml:2: this is not UTF-8 text"):
        yaml_text.read_text(file)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "marked.yaml"
    file.write_bytes("\ufeffa: 1\n".encode())
    assert yaml_text.parse(yaml_text.read_text(file)).data == {"a": 1}
