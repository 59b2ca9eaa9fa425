"""Signs: the sentences of expectations, what a file says, and the numbers that are compared."""

from __future__ import annotations

import pytest

from osteon.errors import InputError
from osteon.model.library import standard
from osteon.validation.expectation import Expectation, Expected
from osteon.validation.sign import Topic
from osteon.validation.signs import judge

TOPIC = """\
topic: made up
population:
  age: {mean: 65 years, sd: 2 years}
  years_since_menopause: {mean: 15 years, sd: 2 years}
arms:
  usual: {}
  old smokers: {history: {smoking: current}, population: {age: {mean: 80 years, sd: 2 years}}}
  letrozole: {drugs: [letrozole 2.5 mg daily for 5 years]}
signs:
  - name: nothing-differs-from-itself
    claim: An arm is like itself.
    source: arithmetic
    grade: A
    of: {arm: usual, versus: usual, endpoint: bmd_total_hip, month: 12}
    expect: stays within 0 %
  - name: no-more-falls-than-itself
    claim: An arm falls as often as itself.
    source: arithmetic
    grade: A
    of: {arm: usual, versus: usual, endpoint: falls, month: 12}
    expect: stays within 0 %
  - name: letrozole-lowers-estradiol
    claim: Letrozole lowers estradiol more than nothing does.
    source: "Dixon 2008"
    grade: A
    of: {arm: usual, endpoint: estradiol, month: 3}
    than: [{arm: letrozole}, {since: month 3, month: 4}]
    expect: is above the other by at least 50 %
"""


@pytest.mark.parametrize(
    ("words", "numbers", "holds"),
    [
        ("rises", [0.1], True),
        ("rises", [0.0], False),
        ("rises by at least 2 %", [2.0], True),
        ("rises by at least 2 %", [1.9], False),
        ("falls", [-0.1], True),
        ("falls by at least 2 %", [-1.9], False),
        ("stays within 1 %", [-1.0], True),
        ("stays within 1 %", [1.1], False),
        ("is above the other", [2.0, 1.0, 0.5], True),
        ("is above the other", [2.0, 0.5, 1.0], False),
        ("is below the other by at least 1 %", [-3.0, -2.0], True),
        ("is below the other by at least 1 %", [-3.0, -2.5], False),
        ("is like the other within 0.5 %", [1.0, 1.5], True),
        ("is like the other within 0.5 %", [1.0, 1.6], False),
    ],
)
def test_what_holds(words: str, numbers: list[float], holds: bool) -> None:
    expectation = Expected().read(words)
    assert expectation.holds(numbers) is holds
    assert Expected().write(expectation) == words


def test_a_margin_is_zero_if_none_is_said() -> None:
    assert Expected().read("Falls") == Expectation("falls", 0.0)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("sinks", "'sinks' is not an expectation; begin with 'rises', 'falls'"),
        ("falls within 2 %", "'falls' is said with 'by at least'; write 'falls by at least 2 %'"),
        ("stays by at least 2 %", "'stays' is said with 'within'"),
        ("falls by at least -2 %", "the margin -2 is below zero; write its size alone"),
    ],
)
def test_an_expectation_that_is_none(words: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        Expected().read(words)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("arm: usual, versus: usual, endpoint: bmd", "arm: usal, endpoint: bmd",
         "unknown arm 'usal'; did you mean 'usual'"),
        ("expect: stays within 0 %", "expect: is above the other", "add 'than:"),
        ("expect: is above the other by at least 50 %", "expect: rises",
         "goes with a comparison only"),
        ("since: month 3, month: 4", "since: month 4, month: 4", "not later than 'since'"),
        ("topic: made up", "trial: made up", "this is a trial file"),
        ("grade: A", "grade: E", "grade"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_judged(old: str, new: str, told: str) -> None:
    assert old in TOPIC
    with pytest.raises(InputError, match=told):
        Topic.parse(TOPIC.replace(old, new, 1), "made up.yaml")


def test_another_look_says_only_what_differs() -> None:
    looks = Topic.parse(TOPIC).signs[2].looks
    assert [look.arm for look in looks] == ["usual", "letrozole", "usual"]
    assert [look.month for look in looks] == [3, 3, 4]
    assert {look.endpoint for look in looks} == {"estradiol"}


def test_numbers_and_verdicts() -> None:
    first, second, third = judge(standard(), None, Topic.parse(TOPIC), people=2)
    assert (first.numbers, second.numbers) == ((0.0,), (0.0,))
    assert first.met
    assert second.met
    assert third.numbers[1] == pytest.approx(-94, abs=4), "Dixon 2008: 5.9 % left"
    assert not third.met, "the third look is not 50 points below the second"


def test_what_cannot_be_simulated_says_why() -> None:
    topic = Topic.parse(TOPIC.replace("letrozole 2.5 mg daily for 5 years", "", 1).replace(
        "{drugs: []}", "{exercise: [{activity: flying, sessions: 1 per week}]}", 1
    ))  # fmt: skip
    *_, third = judge(standard(), None, topic, people=2)
    assert not third.met
    assert "flying" in (third.problem or "")


def test_habits_are_those_of_the_arm() -> None:
    """Law 1997: after menopause smokers lose more."""
    text = TOPIC.replace(
        "usual, versus: usual, endpoint: falls", "old smokers, endpoint: bmd_total_hip"
    )
    changes = []
    for habit in ("current", "never"):
        topic = Topic.parse(text.replace("current", habit))
        changes.append(list(judge(standard(), None, topic, people=2))[1].numbers[0])
    assert changes[0] < changes[1]


def test_a_range_holds_what_lies_in_it() -> None:
    expected = Expected().read("is between -5 % and -3.5 %")
    assert [expected.holds([number]) for number in (-5.01, -5.0, -4.0, -3.5, -3.49)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert Expected().write(expected) == "is between -5 % and -3.5 %"


def test_a_range_written_from_high_to_low_is_refused() -> None:
    with pytest.raises(InputError, match="the range begins with 3 and ends with 1; swap the two"):
        Expected().read("is between 3 % and 1 %")
