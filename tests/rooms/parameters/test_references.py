"""The literature: every entry of every .bib file is read, whole, and can be looked up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import osteon
from osteon.parameters import Reference, references

FILES = sorted(Path(str(osteon.__file__)).parent.rglob("*.bib"))
TEXT = "\n".join(file.read_text("utf-8") for file in FILES)
KEYS = re.findall(r"@\w+\{\s*([^,\s]+)\s*,", TEXT)
every_reference = pytest.mark.parametrize("key", KEYS)


def test_every_entry_is_read_once() -> None:
    assert len(KEYS) == len(set(KEYS)) == TEXT.count("@")
    assert list(references()) == KEYS


@every_reference
def test_an_entry_has_what_a_reader_needs_to_find_it(key: str) -> None:
    reference = references()[key]
    assert reference.key == key
    assert reference.author
    assert re.fullmatch(r"(19|20)\d\d", reference.year)
    assert len(reference.title) > 10
    assert reference.where


@every_reference
def test_a_doi_is_one(key: str) -> None:
    doi = references()[key].doi
    assert not doi or re.fullmatch(r"10\.\d{4,9}/\S+", doi)


@every_reference
def test_every_field_of_an_entry_arrives_whole(key: str) -> None:
    entry = TEXT[TEXT.index(f"{{{key},") :]
    reference = references()[key]
    for text in (reference.author, reference.title, reference.where, reference.doi):
        assert text in entry.partition("\n}")[0]
        assert text.count("{") == text.count("}")


def test_a_known_entry() -> None:
    """Geisler 2002, as the journal prints it."""
    reference = references()["geisler2002"]
    assert reference.author.startswith("Geisler J")
    assert reference.year == "2002"
    assert reference.where == "J Clin Oncol 20:751"
    assert reference.doi == "10.1200/JCO.2002.20.3.751"


def test_a_reference_is_written_as_people_cite() -> None:
    cited = Reference("doe2001", "Doe J", "2001", "On bone", "Bone 1:1", "10.1000/x")
    assert str(cited) == "Doe J (2001). On bone. Bone 1:1. doi:10.1000/x"
    bare = Reference("doe2001", "Doe J", "2001", "On bone", "Bone 1:1", "")
    assert str(bare) == "Doe J (2001). On bone. Bone 1:1."
