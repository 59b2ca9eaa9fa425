"""Case files: what is read, and how a fault in one is told, with its line."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from osteon.errors import InputError, UnitError, UnknownNameError
from osteon.language import Case

EXAMPLE = Path(__file__).with_name("examples") / "case.yaml"
SMALL = "person: {age: 62 years}\nstrategies: {nothing: }\n"
MONTH = 30.4375


def test_the_example_says_what_it_says() -> None:
    case = Case.read(EXAMPLE)
    assert case.person.age == 62 * 365.25
    assert case.person.history.alcohol == 0.5
    assert list(case.strategies) == ["anastrozole alone", "with risedronate and training"]
    alone = case.treatment_of("anastrozole alone")
    assert alone.drugs[0].dose_times(case.horizon)[-1] == 1826
    assert (alone.diet.calcium, alone.exercise[0].activity) == (750, "walking")
    training = case.treatment_of("with risedronate and training")
    assert training.drugs[0].dose_times(4000) == alone.drugs[0].dose_times(4000)
    assert (training.diet.calcium, training.diet.protein) == (1200, 0.9)
    assert [one.activity for one in training.exercise] == [
        "walking",
        "progressive resistance training",
    ]
    assert training.exercise[1].intensity == 0.8
    assert [(one.month, one.values) for one in case.measurements] == [
        (14, {"bmd_lumbar_spine": 0.902}),
        (6, {"ctx": 0.61}),
    ]
    assert case.measurements[0].time == 14 * MONTH


def test_a_case_reads_back_from_its_own_words() -> None:
    case = Case.read(EXAMPLE)
    assert Case(**case.words()) == case
    assert Case.parse(yaml.safe_dump(case.words())) == case


def test_a_small_case_is_enough() -> None:
    case = Case.parse(SMALL)
    assert case.horizon == 3652.5
    assert case.treatment_of("nothing").drugs == ()


def test_dates_count_from_the_start() -> None:
    case = Case.parse(
        "start: 2026-03-01\n"
        "person: {age: 62 years}\n"
        "strategies:\n"
        "  a:\n"
        "    drugs:\n"
        "      - anastrozole 1 mg daily from 2026-03-11 for 10 days\n"
        "      - {drug: denosumab, dose: 60 mg, every: 6 months, from: 2026-03-31}\n"
        "measurements: [{month: 2027-03-01, ctx: 0.5 ng/mL}]\n"
    )
    words, parts = case.strategies["a"].drugs
    assert (words.from_, words.until, parts.from_) == (10, 20, 30)
    assert case.measurements[0].time == 365
    assert Case(**case.words()) == case
    in_python = Case(
        start="2026-03-01",
        person={"age": "62 years"},
        strategies={"a": {"drugs": ["anastrozole 1 mg daily from 2026-03-11 for 10 days"]}},
    )
    assert in_python.strategies["a"].drugs[0] == words


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "person:\n  age: 62\nstrategies: {a: }\n",
            UnitError,
            "c.yaml:2: person > age: 62 has no unit; write it with one, such as '62 years'",
        ),
        (
            "person:\n  age: 62 years\n  weigth: 68 kg\nstrategies: {a: }\n",
            UnknownNameError,
            "c.yaml:3: person > weigth: unknown name 'weigth'; did you mean 'weight' or 'height'?",
        ),
        (
            "person:\n  sex: female\nstrategies: {a: }\n",
            InputError,
            "c.yaml:1: person > age is missing; add for example 'age: 62 years'",
        ),
        (
            "person: {age: 62 years}\nstrategies:\n  a:\n    drugs:\n"
            "      - anastrozole 1 mg daily for 5 years\n"
            "      - drug: risedronat\n        dose: 35 mg\n        every: 1 week\n",
            UnknownNameError,
            "c.yaml:6: strategies > a > drugs 2 > drug: unknown drug 'risedronat'; "
            "did you mean 'risedronate' or 'ibandronate'?",
        ),
        (
            "person: {age: 62 years}\nstrategies:\n  a:\n    drugs:\n      - anastrozole daily\n",
            InputError,
            "c.yaml:5: strategies > a > drugs 1: 'anastrozole daily' does not name a drug and then "
            "its dose; write for example 'risedronate 35 mg weekly for 3 years'",
        ),
        ("person: {age: 62 years}\n", InputError, "c.yaml:1: strategies is missing; add 'stra"),
        (
            "person: {age: 62 years}\nstrategies: {}\n",
            InputError,
            "c.yaml:2: strategies is empty; write at least one",
        ),
        (SMALL + "horizon: 90 years\n", InputError, "c.yaml:3: horizon: 90 years is outside the"),
        (SMALL + "horizon: 10\n", UnitError, "c.yaml:3: horizon: 10 has no unit; write it with"),
        (SMALL + "start: 2026-13-01\n", InputError, "c.yaml:3: start: '2026-13-01' is not a date"),
        (
            SMALL + "measurements: [{month: -60, bmd_total_hip: 0.8 g/cm2}]\n",
            InputError,
            "c.yaml:3: measurements 1 > month: lies before month 0; only what was measured since",
        ),
        (
            SMALL + "measurements: [{month: 3}]\n",
            InputError,
            "c.yaml:3: measurements 1 has no value; add for example 'bmd_lumbar_spine: 0.902",
        ),
        (
            SMALL + "measurements:\n  - month: 3\n    bmd_hip: 0.9 g/cm2\n",
            UnknownNameError,
            "c.yaml:5: measurements 1 > bmd_hip: unknown name 'bmd_hip'; did you mean 'bmd_total_h",
        ),
        (
            SMALL + "measurements: [{month: 2027-01-01, ctx: 0.5 ng/mL}]\n",
            InputError,
            "c.yaml:3: measurements 1 > month: the date 2027-01-01 needs a first day: add 'start:",
        ),
        (
            SMALL + 'note: "half \\ud83d"\n',
            InputError,
            "c.yaml:3: note: 'half \\ud83d' holds half a character; write the whole one",
        ),
        (
            SMALL + '"\\ud83d": 1\n',
            InputError,
            "c.yaml:1: '\\ud83d' cannot be understood here",
        ),
        (
            "trial: x\narms: {a: }\n",
            InputError,
            "c.yaml:1: this is a trial file, and a case is needed",
        ),
    ],
)
def test_a_fault_names_its_line_its_path_and_the_way_out(
    text: str, kind: type[InputError], told: str
) -> None:
    with pytest.raises(InputError) as caught:
        Case.parse(text, "c.yaml")
    assert type(caught.value) is kind
    assert str(caught.value).startswith(told)
    assert caught.value.source == "c.yaml"
    assert f"c.yaml:{caught.value.line}: " in told


def test_faults_come_in_the_order_of_the_file_and_no_more_than_five() -> None:
    text = (
        "".join(f"x{number}: 1\n" for number in range(6)) + "person: {age: 62}\nstrategies: {a: }\n"
    )
    with pytest.raises(InputError) as caught:
        Case.parse(text, "c.yaml")
    lines = str(caught.value).splitlines()
    assert [line.split(": ")[0] for line in lines[:5]] == [f"c.yaml:{n}" for n in range(1, 6)]
    assert lines[5:] == ["... and 2 more"]
    assert type(caught.value) is InputError


@pytest.mark.parametrize(
    "text",
    [
        "person: 3\nstrategies: [a]\nhorizon: {a: 1}\nmeasurements: {b: 2}\nnote: [x]\n",
        "person: {age: [1], sex: 1, t_score: x, history: [y], laboratory: 3}\nstrategies: {1: 2}\n",
        "person: {age: 9 years}\nstrategies: {a: {drugs: {x: y}, diet: 3, rules: [1], visits: []}}",
        "person: {age: 62 years}\nstrategies: {a: {drugs: [[1]], exercise: [x], procedures: [2]}}",
        "person: {age: 62 years}\nstrategies: {'': {}, b: {drugs: [{drug: {}, dose: no}]}}\n",
    ],
)
def test_no_fault_speaks_of_the_machinery(text: str) -> None:
    with pytest.raises(InputError) as caught:
        Case.parse(text, "c.yaml")
    told = str(caught.value).lower()
    for word in (
        "pydantic",
        "http",
        "input_",
        "extra_",
        "valid ",
        "instance",
        "_type",
        "cannot be understood here",
    ):
        assert word not in told


WORDS = st.sampled_from(
    ["person", "age", "62 years", "strategies", "drugs", "dose", "from", "month 0", "1 mg", "start"]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.dates()
    | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from([*Case.model_fields, "other"])


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_whatever_is_written_is_read_or_refused_in_words(data: dict[str, object]) -> None:
    text = yaml.safe_dump({"person": {"age": "62 years"}, "strategies": {"a": data}} | data)
    with contextlib.suppress(InputError):
        Case.parse(text)


@given(st.text(alphabet=st.sampled_from(list("ab:-[]{}&*!|>'\"%@`#?, \n\t01.\x00é")), max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(InputError):
        Case.parse(text)


def test_a_strategy_that_is_not_there() -> None:
    with pytest.raises(UnknownNameError, match="unknown strategy 'nothin'; did you mean 'nothing'"):
        Case.parse(SMALL).treatment_of("nothin")
