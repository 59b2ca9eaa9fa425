"""The class of a drug: any in a physician's words, none that is nearly a known one."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations

import pytest

from osteon.errors import ModelError
from osteon.interventions.drug import Drug, Family
from osteon.model.library import mechanisms

FAMILIES = {one.family for one in mechanisms() if isinstance(one, Drug)}


def of_family(family: str) -> type[Drug]:
    """Return a drug of a class."""
    return type("Made", (Drug,), {"family": family})


@pytest.mark.parametrize("family", ["cathepsin K inhibitor", "SARM", "activin antibody"])
def test_a_new_class_needs_no_list(family: str) -> None:
    assert of_family(family).family == family


def test_a_known_class_may_be_written_in_words() -> None:
    assert of_family("bisphosphonate").family == Family.BISPHOSPHONATE


@pytest.mark.parametrize(
    ("family", "meant"),
    [
        ("aromatase inhibitors", "aromatase inhibitor"),
        ("Bisphosphonate", "bisphosphonate"),
        ("serm", "SERM"),
        ("PTH analogue", "PTH analog"),
    ],
)
def test_a_known_class_written_otherwise_is_refused(family: str, meant: str) -> None:
    with pytest.raises(ModelError, match=rf"^Made: the family '{family}' is taken for '{meant}'"):
        of_family(family)


@pytest.mark.parametrize(
    "family", ["", " ", "two  blanks", "a\nb", "1", "one two three four five six 7"]
)
def test_what_is_no_words_is_refused(family: str) -> None:
    with pytest.raises(ModelError, match="is no class of drugs; say it in one to six words"):
        of_family(family)


def test_no_two_classes_of_the_library_are_nearly_one() -> None:
    pairs = combinations(sorted(one.lower() for one in FAMILIES), 2)
    assert [pair for pair in pairs if SequenceMatcher(None, *pair).ratio() >= 0.85] == []
