"""Spans of time in words: a month is 30.4375 days and a year 12 months."""

from __future__ import annotations

import pytest

from osteon.vocabulary.span import point_in_words, span_in_words

MONTH = 30.4375


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (12.0, "1 year"),
        (120.0, "10 years"),
        (30.0, "2.5 years"),
        (18.0, "18 months"),
        (1.0, "1 month"),
        (120 / MONTH, "120 days"),
        (1 / MONTH, "1 day"),
        (365.25 / MONTH, "1 year"),
        (400 / MONTH, "400 days"),
        (1000 / MONTH, "2.74 years"),
    ],
)
def test_a_span_is_told_in_the_unit_it_is_planned_in(months: float, words: str) -> None:
    assert span_in_words(months) == words


@pytest.mark.parametrize(
    ("month", "words"), [(60.0, "month 60"), (120 / MONTH, "day 120"), (0.0, "month 0")]
)
def test_a_point_between_two_months_is_a_day(month: float, words: str) -> None:
    assert point_in_words(month) == words
