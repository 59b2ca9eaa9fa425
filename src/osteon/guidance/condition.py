"""A condition as it stands in a rule: 'egfr < 35 and (calcidiol < 50 or smoking_now)'.

    condition   either { or either }
    either      each { and each }
    each        [not] fact [comparison number]   |   [not] ( condition )

A fact alone must be yes or no; with a comparison it is a number. A fact nobody has stated makes its
comparison not known, and the whole follows in three-valued logic.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Final, Protocol

from osteon.errors import InputError
from osteon.guidance.truth import NO, YES, Truth

_TOKEN = re.compile(r"\s*(<=|>=|<|>|\(|\)|[a-z_][a-z0-9_]*|-?[0-9]+(?:\.[0-9]+)?)")
_COMPARISONS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_WORDS = ("and", "or", "not")


class Facts(Protocol):
    """What conditions look at."""

    def fact(self, name: str) -> float | bool | Truth | None:
        """Return a fact by name; None where it is not stated."""
        ...


Test = Callable[[Facts], Truth]


class Condition:
    """A condition that has been read once and can be asked many times.

    Parameters
    ----------
    text:
        The condition.

    Raises
    ------
    InputError
        If it cannot be understood.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.facts: tuple[str, ...] = ()
        self._tokens = _tokens(text)
        self._place = 0
        self._test = self._or()
        if self._place < len(self._tokens):
            raise self._fault()

    def __repr__(self) -> str:
        return f"<Condition: {self.text}>"

    def holds(self, facts: Facts) -> Truth:
        """Return whether it holds, given some facts."""
        return self._test(facts)

    def _or(self) -> Test:
        tests = [self._and()]
        while self._next() == "or":
            self._place += 1
            tests.append(self._and())
        return tests[0] if len(tests) == 1 else lambda facts: _any(tests, facts)

    def _and(self) -> Test:
        tests = [self._each()]
        while self._next() == "and":
            self._place += 1
            tests.append(self._each())
        return tests[0] if len(tests) == 1 else lambda facts: _all(tests, facts)

    def _each(self) -> Test:
        token = self._take()
        if token == "not":
            inner = self._each()
            return lambda facts: ~inner(facts)
        if token == "(":
            inner = self._or()
            if self._take() != ")":
                raise self._fault()
            return inner
        if not token.replace("_", "a").isalnum() or token in _WORDS or token[0].isdigit():
            raise self._fault()
        self.facts = tuple(dict.fromkeys((*self.facts, token)))
        if self._next() not in _COMPARISONS:
            return lambda facts: _stated(facts.fact(token), token)
        compare, limit = _COMPARISONS[self._take()], self._number()
        return lambda facts: _compared(facts.fact(token), token, compare, limit)

    def _number(self) -> float:
        try:
            return float(self._take())
        except ValueError:
            raise self._fault() from None

    def _next(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self._place += 1
        return token

    def _fault(self) -> InputError:
        return InputError(f"'{self.text}' is not a condition; write for example 'egfr < 35'")


def _tokens(text: str) -> list[str]:
    found, place = [], 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None:
            raise InputError(
                f"'{text[place:].strip()}' in the condition '{text}' is not understood"
            )
        found.append(match[1])
        place = match.end()
    return found


def _stated(value: float | bool | Truth | None, name: str) -> Truth:
    if isinstance(value, Truth):
        return value
    return Truth(None, frozenset({name})) if value is None else YES if value else NO


def _compared(
    value: float | Truth | None, name: str, compare: Callable[[float, float], bool], limit: float
) -> Truth:
    if value is None or isinstance(value, Truth):
        return Truth(None, frozenset({name}))
    return YES if compare(float(value), limit) else NO


def _any(tests: list[Test], facts: Facts) -> Truth:
    found = NO
    for test in tests:
        found = found | test(facts)
        if found.value:
            break
    return found


def _all(tests: list[Test], facts: Facts) -> Truth:
    found = YES
    for test in tests:
        found = found & test(facts)
        if found.value is False:
            break
    return found
