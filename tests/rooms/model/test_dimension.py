"""Units are checked when a model is put together, and wrong ones are named in words."""

from __future__ import annotations

import pytest
from support.assembling import FLUX, LEVEL, SHARE, Place, parameter

from osteon.errors import DimensionError
from osteon.mechanism import Mechanism, exp, log
from osteon.model.dimension import Dimensioned
from osteon.model.model import Model
from osteon.vocabulary.grade import Grade


def refused(*parts: Mechanism) -> str:
    """Return the words with which units are refused."""
    with pytest.raises(DimensionError) as caught:
        Model(parts)
    return str(caught.value)


class Falling(Mechanism):
    """d x / dt = -loss * x."""

    grade = Grade.D
    owns = (LEVEL,)

    def reference(self, p):
        return {LEVEL: 0.0}

    def rates(self, now, p):
        return {LEVEL: -(p.loss * now.test_level)}


def test_a_rate_in_the_wrong_unit(place: Place) -> None:
    words = refused(place(Falling, "falling", parameter("loss", 0.5, "")))
    assert words == "the rate of test_level comes out in milligram, declared in day^-1 milligram"


def test_hours_are_not_days_even_if_both_are_time(place: Place) -> None:
    words = refused(place(Falling, "falling", parameter("loss", 0.5, "1/hour")))
    assert "comes out in hour^-1 milligram, declared in day^-1 milligram" in words


def test_a_value_in_the_wrong_unit(place: Place) -> None:
    class Share(Mechanism):
        grade = Grade.D
        defines = (SHARE,)

        def values(self, now, p):
            return {SHARE: p.amount}

    words = refused(place(Share, "sharing", parameter("amount", 2.0, "mg/L")))
    assert words.startswith("'test_share' comes out in ")
    assert words.endswith("declared in a plain number")


def test_a_fold_that_is_no_plain_number(place: Place) -> None:
    class Opener(Mechanism):
        grade = Grade.D
        opens = (FLUX,)

    class Pusher(Mechanism):
        grade = Grade.D
        modifies = (FLUX,)

        def folds(self, now, p):
            return {FLUX: p.push}

    words = refused(place(Opener, "opener"), place(Pusher, "pusher", parameter("push", 1, "day")))
    assert words == "'test_flux' comes out in day, declared in a plain number"


def test_a_reference_in_the_wrong_unit(place: Place) -> None:
    """A state is what its unit says from the first day on."""

    class Begun(Falling):
        def reference(self, p):
            return {LEVEL: 1.0 / p.loss}

    words = refused(place(Begun, "begun", parameter("loss", 0.5, "1/day")))
    assert "test_level" in words
    assert "day" in words


def test_unlike_things_added_name_the_mechanism(place: Place) -> None:
    class Adding(Falling):
        def rates(self, now, p):
            return {LEVEL: (1.0 - now.test_level) * p.loss}

    words = refused(place(Adding, "adding", parameter("loss", 0.5, "1/day")))
    assert words == "adding, rates: cannot subtract a plain number and milligram"


MILLIGRAM, DAY, TWO = Dimensioned.of(3.0, "mg"), Dimensioned.of(2.0, "day"), Dimensioned.of(2.0, "")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (lambda: MILLIGRAM + DAY, "cannot add day and milligram"),
        (lambda: 1.0 + DAY, "cannot add a plain number and day"),
        (lambda: MILLIGRAM - DAY, "cannot subtract day and milligram"),
        (lambda: exp(DAY), "what exp is taken of must be a plain number, and is in day"),
        (
            lambda: log(MILLIGRAM),
            "what a logarithm is taken of must be a plain number, and is in milligram",
        ),
        (
            lambda: DAY**TWO,
            "what is raised to a power that is not whole must be a plain number, and is in day",
        ),
        (lambda: TWO**DAY, "an exponent must be a plain number, and is in day"),
        (lambda: DAY * "x", "an equation uses 'x', which is no number"),
    ],
)
def test_arithmetic_that_makes_no_sense(what, words: str) -> None:
    with pytest.raises(DimensionError) as caught:
        what()
    assert str(caught.value) == words


def test_arithmetic_that_makes_sense() -> None:
    speed = MILLIGRAM / DAY
    assert (speed.value, speed.unit) == (1.5, "day^-1 milligram")
    assert (speed * DAY).unit == "milligram"
    assert (DAY / DAY).unit == "a plain number"
    assert (DAY**2).unit == "day^2"
    assert (DAY**0).unit == "a plain number"
    assert (1.0 / DAY).value == 0.5
    assert (2.0 - TWO).value == 0.0
    assert (TWO**TWO).value == 4.0
    assert (-DAY).value == -2.0
    assert log(exp(TWO)).value == pytest.approx(2.0)
