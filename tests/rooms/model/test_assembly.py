"""Mechanisms that do not fit together are refused, in words that say which and why."""

from __future__ import annotations

import pytest
from support.assembling import FLUX, LEVEL, LOCAL, SHARE, Place, parameter

from osteon.errors import ModelError, ParameterError, UnknownNameError
from osteon.mechanism import Mechanism
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantity import Quantity


class Level(Mechanism):
    """d x / dt = -loss * x."""

    grade = Grade.D
    owns = (LEVEL,)

    def reference(self, p):
        return {LEVEL: 0.0}

    def rates(self, now, p):
        return {LEVEL: -(p.loss * now.test_level)}


LOSS = parameter("loss", 0.5, "1/day")


def refusal(*parts: Mechanism) -> str:
    """Return the words with which a model of these parts is refused."""
    with pytest.raises(ModelError) as caught:
        Model(parts)
    return str(caught.value)


def test_a_sound_mechanism_is_taken(place: Place) -> None:
    small = Model([place(Level, "falling", LOSS)])
    assert [str(key) for key in small.states] == ["test_level"]
    assert small.table.columns == ("falling.loss",)
    assert small.table.values == (0.5,)


def test_two_owners_of_one_quantity(place: Place) -> None:
    class Other(Level):
        pass

    words = refusal(place(Level, "falling", LOSS), place(Other, "sinking", LOSS))
    assert words == "both falling and sinking give 'test_level': a quantity has one owner"


def test_one_mechanism_twice(place: Place) -> None:
    falling = place(Level, "falling", LOSS)
    assert refusal(falling, falling) == "the mechanism 'falling' stands twice in the list"


def test_a_flux_that_nobody_opens(place: Place) -> None:
    class Pusher(Mechanism):
        grade = Grade.D
        modifies = (FLUX,)

        def folds(self, now, p):
            return {FLUX: 1.0}

    assert refusal(place(Pusher, "pusher")) == (
        "pusher modifies 'test_flux', which no mechanism in this model opens; "
        "add the mechanism that does, or leave this one out"
    )


def test_one_name_with_two_meanings(place: Place) -> None:
    class Other(Mechanism):
        grade = Grade.D
        defines = (Quantity("test_level", "kg", "Another level of that name.", "x"),)

    words = refusal(place(Level, "falling", LOSS), place(Other, "sinking"))
    assert words == "'test_level' is declared twice with different meanings"


def test_a_mechanism_for_the_person_and_for_a_site(place: Place) -> None:
    class Mixed(Mechanism):
        grade = Grade.D
        owns = (LEVEL, LOCAL)

    assert refusal(place(Mixed, "mixed")) == (
        "the reference of mixed are written both for the person and for a site; "
        "split it into one mechanism for each"
    )


def test_a_circle_is_printed(place: Place) -> None:
    first = Quantity("first_share", "", "Depends on the second share.", "a")
    second = Quantity("second_share", "", "Depends on the first share.", "b")

    class First(Mechanism):
        grade = Grade.D
        defines = (first,)

        def values(self, now, p):
            return {first: 1.0 + now.second_share}

    class Second(Mechanism):
        grade = Grade.D
        defines = (second,)

        def values(self, now, p):
            return {second: 2.0 * now.first_share}

    words = refusal(place(First, "hen"), place(Second, "egg"))
    assert "these quantities depend on each other in a circle: " in words
    assert (
        "first_share -> second_share -> first_share" in words
        or "second_share -> first_share -> second_share" in words
    )
    assert words.endswith("; make one of them a state")


def test_a_declared_quantity_without_an_equation(place: Place) -> None:
    class Forgetful(Mechanism):
        grade = Grade.D
        defines = (SHARE,)

    assert refusal(place(Forgetful, "forgetful")) == (
        "forgetful declares 'test_share' but its values leave it out"
    )


def test_an_unknown_quantity_is_answered_with_the_nearest(place: Place) -> None:
    class Misspelled(Level):
        def rates(self, now, p):
            return {LEVEL: -(p.loss * now.test_levle)}

    with pytest.raises(UnknownNameError) as caught:
        Model([place(Misspelled, "falling", LOSS)])
    assert str(caught.value) == (
        "falling, rates: unknown quantity 'test_levle'; did you mean 'test_level'?"
    )


def test_a_quantity_of_a_site_read_from_the_person(place: Place) -> None:
    class Local(Mechanism):
        grade = Grade.D
        owns = (LOCAL,)

        def rates(self, now, p):
            return {LOCAL: p.speed * (1.0 - now.test_local)}

    class Reader(Mechanism):
        grade = Grade.D
        defines = (SHARE,)

        def values(self, now, p):
            return {SHARE: now.test_local}

    words = refusal(
        place(Local, "local", parameter("speed", 1.0, "1/day")), place(Reader, "reader")
    )
    assert words == "reader, values: 'test_local' exists per site: read it with now.at(site)"


def test_a_parameter_the_file_does_not_hold(place: Place) -> None:
    with pytest.raises(ParameterError) as caught:
        Model([place(Level, "falling", parameter("lost", 0.5, "1/day"))])
    assert str(caught.value) == (
        "falling uses the parameter 'loss', which falling.toml does not hold"
    )


def test_a_parameter_that_nothing_uses(place: Place) -> None:
    with pytest.raises(ParameterError) as caught:
        Model([place(Level, "falling", LOSS + parameter("spare"))])
    assert str(caught.value) == "the parameter falling.spare is used by no equation; delete it"


def test_a_parameter_per_site_read_by_the_person(place: Place) -> None:
    sites = "{ lumbar_spine = 1.0, total_hip = 1.0, femoral_neck = 1.0 }"
    with pytest.raises(ParameterError, match=r"falling\.loss has a value per site: read it with"):
        Model([place(Level, "falling", parameter("loss", sites, "1/day"))])


def test_an_equation_for_what_was_not_declared(place: Place) -> None:
    """Silence would let a fold be written and never act."""

    class Overeager(Level):
        def folds(self, now, p):
            return {FLUX: 2.0}

    assert "test_flux" in refusal(place(Overeager, "falling", LOSS))


def without(name: str) -> str:
    """Return why the library without one mechanism is refused; nothing if it is a sound model."""
    try:
        Model([one for one in mechanisms() if one.name != name])
    except (ModelError, UnknownNameError) as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize("mechanism", mechanisms(), ids=lambda one: one.name)
def test_leaving_out_what_others_need_is_said_in_words(mechanism: Mechanism) -> None:
    """Every mechanism can be left out or is missed by name, never by a stray Python error."""
    roles = ("owns", "defines", "opens", "takes")
    gone = {quantity.name for role in roles for quantity in getattr(mechanism, role)}
    words = without(mechanism.name)
    assert not words or any(f"'{name}'" in words for name in gone)
