"""Conditions: read from text, and true, false or not known whatever is missing."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.errors import InputError
from osteon.guidance.condition import Condition

NAMES = ("a", "b", "c")


@dataclass(frozen=True)
class Told:
    values: dict[str, float | bool | None]

    def fact(self, name: str) -> float | bool | None:
        return self.values[name]


def texts() -> st.SearchStrategy[str]:
    leaves = st.sampled_from([*NAMES, "a < 1", "b >= 0.5", "c > -2"])
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
                lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
            ),
            inner.map(lambda one: f"not ({one})"),
        ),
        max_leaves=6,
    )


@given(texts(), st.tuples(*[st.sampled_from([None, False, True])] * 3))
def test_what_is_known_stays_true_whatever_the_rest_turns_out_to_be(
    text: str, told: tuple[bool | None, ...]
) -> None:
    condition = Condition(text)
    held = condition.holds(Told(dict(zip(NAMES, told, strict=True))))
    ways = [[False, True] if value is None else [value] for value in told]
    ends = {
        condition.holds(Told(dict(zip(NAMES, way, strict=True)))).value
        for way in itertools.product(*ways)
    }
    assert None not in ends
    if held.value is None:
        assert held.missing <= {
            name for name, value in zip(NAMES, told, strict=True) if value is None
        }
        assert held.missing
    else:
        assert ends == {held.value}


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("a < 35", {"a": 34.0}, True),
        ("a < 35", {"a": 35.0}, False),
        ("a <= -2.5", {"a": -2.5}, True),
        ("a and b or c", {"a": False, "b": True, "c": True}, True),
        ("a and (b or c)", {"a": False, "b": True, "c": True}, False),
        ("not a and b", {"a": False, "b": True}, True),
        ("a < 35", {"a": None}, None),
    ],
)
def test_a_condition_reads_as_written(
    text: str, values: dict[str, float | bool | None], expected: bool | None
) -> None:
    assert Condition(text).holds(Told(values)).value is expected


@pytest.mark.parametrize("text", ["", "a <", "a < b", "(a", "a b", "and a", "a ~ 3", "3 < a", "a)"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"not a condition|not understood"):
        Condition(text)
