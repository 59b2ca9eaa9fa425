"""What a mechanism is when it says nothing more: no states, no equations, the name of its file."""

from __future__ import annotations

from typing import cast

import pytest

from osteon.mechanism import Mechanism, Reading
from osteon.vocabulary.grade import Grade

NOTHING = cast(Reading, None)


class Quiet(Mechanism):
    """A mechanism that does nothing."""

    grade = Grade.D


def test_it_is_called_by_the_name_of_its_file() -> None:
    assert Quiet().name == __name__.rpartition(".")[2] == "test_mechanism"


def test_it_is_shown_by_the_name_of_its_class() -> None:
    assert repr(Quiet()) == "Quiet()"


@pytest.mark.parametrize("role", ["owns", "defines", "opens", "modifies", "takes"])
def test_it_declares_nothing_that_it_does_not_say(role: str) -> None:
    assert getattr(Quiet(), role) == ()


def test_it_writes_no_equation_that_it_does_not_say() -> None:
    quiet = Quiet()
    assert quiet.reference(NOTHING) == {}
    assert quiet.rates(NOTHING, NOTHING) == {}
    assert quiet.values(NOTHING, NOTHING) == {}
    assert quiet.folds(NOTHING, NOTHING) == {}
