"""A person in Python, with the same words as in a file."""

from __future__ import annotations

import pytest

from osteon.errors import InputError, UnitError, UnknownNameError
from osteon.language import Person

YEAR = 365.25


def test_a_person_is_described_in_words_and_read_as_numbers() -> None:
    person = Person(
        age="62 years",
        menopause_age="50 years",
        height="164 cm",
        t_score={"lumbar_spine": -1.2},
        laboratory={"calcidiol": "48 nmol/L", "calcium": "9.54 mg/dL"},
        history={"previous_fracture": "no", "smoking": "former"},
    )
    assert (person.age, person.menopause_age, person.height) == (62 * YEAR, 50 * YEAR, 164)
    assert (person.t_score.lumbar_spine, person.t_score.total_hip) == (-1.2, None)
    assert person.laboratory.calcium == pytest.approx(2.38, rel=1e-3)
    assert (person.sex, person.scanner, person.weight) == ("female", "hologic", None)
    assert person.history.smoking == "former"
    assert not person.history.previous_fracture


def test_another_person_is_made_not_changed() -> None:
    person = Person(age="62 years", menopause_age="50 years")
    older = person.but(age="70 years")
    assert (person.age, older.age, older.menopause_age) == (62 * YEAR, 70 * YEAR, 50 * YEAR)
    with pytest.raises(InputError, match=r"a Person cannot be changed; .* \.but\(age=\.\.\.\)"):
        person.age = 3
    with pytest.raises(InputError, match="menopause_age is later than the age now"):
        person.but(age="45 years")


def test_a_menopause_that_has_not_come_is_said_in_words() -> None:
    young = Person(age="42 years", menopause_age="not yet")
    assert young == Person(age="42 years")
    assert young.menopause_age is None


@pytest.mark.parametrize("age", ["60 years", "71 years"])
def test_nobody_of_sixty_is_still_before_menopause(age: str) -> None:
    assert Person(age="59 years", menopause_age="not yet").menopause_age is None
    with pytest.raises(InputError, match="menopause_age: 'not yet' does not go with an age of 60"):
        Person(age=age, menopause_age="not yet")
    assert Person(age=age).menopause_age is None


def test_equal_words_make_equal_people() -> None:
    one, other = Person(age="62 years"), Person(age="744 months")
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == "Person(age='62 years')"


@pytest.mark.parametrize(
    ("words", "kind", "told"),
    [
        ({}, InputError, "age is missing; add for example 'age: 62 years'"),
        ({"age": 62}, UnitError, "age: 62 has no unit; write it with one, such as '62 years'"),
        ({"age": "620 years"}, InputError, "age: 620 years is outside the plausible range"),
        ({"sex": "femal"}, UnknownNameError, "sex: unknown sex 'femal'; did you mean 'female'"),
        ({"weigth": "68 kg"}, UnknownNameError, "unknown name 'weigth'; did you mean 'weight'"),
        ({"t_score": {"lumbar_spine": 40}}, InputError, "t_score > lumbar_spine: 40 is outside"),
        ({"t_score": {"hip": -1}}, UnknownNameError, "'hip'; did you mean 'total_hip'?"),
        ({"t_score": -1.2}, InputError, "t_score: '-1.2' should be names with values"),
        ({"bmd": {"total_hip": 0.9}}, UnitError, "bmd > total_hip: 0.9 has no unit; write it"),
        ({"scanner": "norland"}, UnknownNameError, "scanner: unknown scanner 'norland'"),
        ({"history": {"smoking": False}}, UnknownNameError, "'no' is not a smoking habit; known"),
        ({"history": {"kidney_stones": 3}}, InputError, "'3' is neither yes nor no"),
        ({"history": {"falls_last_year": 1.5}}, InputError, "1.5 is not a whole number"),
        ({"history": {"falls_last_year": -1}}, InputError, "-1 is not a whole number in the"),
        ({"history": {"falls_last_year": True}}, InputError, "'yes' is not a whole number"),
        ({"history": {"alcohol": 2}}, UnitError, "2 has no unit; write it with one, such as"),
        ({"laboratory": {"calcidiol": "48 mg/dL"}}, InputError, "48 mg/dL is outside the"),
        ({"menopause_age": "63 years"}, InputError, "menopause_age is later than the age now"),
        ({"sex": "male", "menopause_age": "50 years"}, InputError, "does not go with 'sex: male'"),
    ],
)
def test_what_no_person_can_be(words: dict[str, object], kind: type[InputError], told: str) -> None:
    with pytest.raises(InputError) as caught:
        Person(**({"age": "62 years"} if words else {}) | words)
    assert type(caught.value) is kind
    assert told in str(caught.value)


def test_a_site_has_a_t_score_or_a_density() -> None:
    with pytest.raises(InputError, match="bmd > total_hip has a T-score as well; keep bmd or t_s"):
        Person(age="62 years", t_score={"total_hip": -1}, bmd={"total_hip": "0.9 g/cm2"})
    both = Person(age="62 years", t_score={"lumbar_spine": -1}, bmd={"total_hip": "0.9 g/cm2"})
    assert both.bmd.total_hip == 0.9


def test_what_is_left_empty_counts_as_left_out() -> None:
    assert Person(age="62 years", menopause_age=None) == Person(age="62 years")


def test_the_last_fracture_is_one_that_has_been() -> None:
    fractured = {"previous_fracture": "yes"}
    words = fractured | {"last_fracture": "month -14"}
    person = Person(age="70 years", history=words)
    assert person.history.last_fracture == pytest.approx(-14 * 30.4375)
    assert Person.model_validate(person.words()) == person
    with pytest.raises(InputError, match=r"last_fracture: lies after month 0; write .*month -14"):
        Person(age="70 years", history=fractured | {"last_fracture": "month 3"})
    with pytest.raises(InputError, match="last_fracture is a previous fracture; write"):
        Person(age="70 years", history={"last_fracture": "month 0"})
    with pytest.raises(InputError, match="does not say of what"):
        Person(age="70 years", history=fractured | {"last_fracture": -14})
    with pytest.raises(InputError, match=r"2025-02-01 needs a first day: add 'start: "):
        Person(age="70 years", history=fractured | {"last_fracture": "2025-02-01"})


def test_a_vertebral_fracture_is_a_previous_fracture() -> None:
    with pytest.raises(InputError, match="vertebral_fracture is a previous fracture; write"):
        Person(age="70 years", history={"vertebral_fracture": "yes"})
    both = {"vertebral_fracture": "yes", "previous_fracture": "yes"}
    assert Person(age="70 years", history=both).history.vertebral_fracture


def test_a_frax_value_is_a_share() -> None:
    person = Person(age="70 years", frax={"major_osteoporotic": "12 %", "hip": "2 %"})
    assert person.frax.major_osteoporotic == pytest.approx(0.12)
    with pytest.raises(InputError, match="frax > hip"):
        Person(age="70 years", frax={"hip": "120 %"})
