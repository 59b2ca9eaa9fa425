"""Errors: one tree, and words that say what, where, the nearest right name and the way out."""

from __future__ import annotations

import pytest

from osteon import errors
from osteon.errors import InputError, UnknownNameError, nearest

DRUGS = ("anastrozole", "letrozole", "exemestane", "risedronate", "denosumab")


@pytest.mark.parametrize(
    ("kind", "parent"),
    [
        ("InputError", "OsteonError"),
        ("UnitError", "InputError"),
        ("UnknownNameError", "InputError"),
        ("ModelError", "OsteonError"),
        ("DimensionError", "ModelError"),
        ("ParameterError", "ModelError"),
        ("EvidenceError", "OsteonError"),
        ("SimulationError", "OsteonError"),
        ("EndedError", "OsteonError"),
        ("StoreError", "OsteonError"),
        ("MissingExtraError", "OsteonError"),
    ],
)
def test_every_error_hangs_on_the_tree_where_the_picture_shows_it(kind: str, parent: str) -> None:
    assert getattr(errors, kind).__bases__ == (getattr(errors, parent),)


def test_the_picture_of_the_tree_shows_every_error() -> None:
    assert errors.__doc__ is not None
    kinds = [name for name in vars(errors) if name.endswith("Error")]
    assert len(kinds) == 12
    assert [name for name in kinds if name not in errors.__doc__] == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({}, "age has no unit"),
        ({"source": "case.yaml"}, "case.yaml: age has no unit"),
        ({"source": "case.yaml", "line": 7}, "case.yaml:7: age has no unit"),
        ({"line": 7}, "age has no unit"),
    ],
)
def test_a_wrong_input_says_the_file_and_line_it_stands_in(place: dict, words: str) -> None:
    fault = InputError("age has no unit", **place)
    assert str(fault) == words


def test_a_wrong_input_keeps_its_parts_for_a_program() -> None:
    fault = InputError("age has no unit", source="case.yaml", line=7)
    assert (fault.message, fault.source, fault.line) == ("age has no unit", "case.yaml", 7)


def test_a_misspelled_name_is_answered_with_the_one_that_was_meant() -> None:
    fault = UnknownNameError.of("drug", "anastrazole", DRUGS)
    assert str(fault).startswith("unknown drug 'anastrazole'; did you mean 'anastrozole'")


def test_a_name_written_in_capitals_is_understood() -> None:
    assert nearest("RISEDRONATE", DRUGS) == "did you mean 'risedronate'?"


def test_two_names_equally_near_are_both_offered() -> None:
    assert nearest("bone_resorption", ("bone_formation", "resorption", "age")).count(" or ") == 1


def test_a_name_like_none_is_answered_with_all_of_them_in_order() -> None:
    assert nearest("qqq", ("pinp", "ctx", "ntx")) == "known are ctx, ntx, pinp"


def test_any_refusal_can_be_caught_as_one() -> None:
    with pytest.raises(errors.OsteonError, match="unknown drug"):
        raise UnknownNameError.of("drug", "x", DRUGS)
