"""Which strategy and month are explained, and what is said to a slip."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.console import Console

from osteon.errors import InputError, UnknownNameError
from osteon.language import Case
from osteon.model.library import standard
from osteon.reports.explanation import explanation_of
from osteon.reports.page import Depth, page
from osteon.reports.setting import Setting, setting_of
from osteon.vocabulary.site import Site

Asked = Callable[..., Setting]


def test_the_first_strategy_and_month_twelve_unless_said(asked: Asked) -> None:
    case = asked().case
    setting = setting_of(standard(), None, case)
    assert (setting.strategy, setting.month) == ("inhibitor", 12)


def test_the_horizon_if_it_is_earlier(asked: Asked) -> None:
    case = asked().case
    short = Case(person=case.person, strategies={"nothing": {}}, horizon="6 months")
    assert setting_of(standard(), None, short).month == pytest.approx(6)


def test_an_unknown_strategy_gets_the_nearest_name(asked: Asked) -> None:
    with pytest.raises(UnknownNameError, match=r"unknown strategy 'inhibiter'.*'inhibitor'"):
        asked("inhibiter")


@pytest.mark.parametrize("month", [0.0, -3.0, 48.5, float("nan")])
def test_a_month_outside_the_case_is_refused(asked: Asked, month: float) -> None:
    with pytest.raises(InputError, match=r"give a month after 0 and up to .* month 48"):
        asked("inhibitor", month)


def test_the_last_month_of_the_case_is_allowed(asked: Asked) -> None:
    assert asked("inhibitor", 48.0).month == 48


@pytest.mark.parametrize(
    ("month", "covered"), [(6.0, True), (11.0, True), (12.0, True), (36.5, False)]
)
def test_a_course_covers_the_months_between_its_doses(month: float, covered: bool) -> None:
    person = {"age": "62 years", "menopause_age": "50 years"}
    drugs = ["denosumab 60 mg every 6 months for 3 years"]
    case = Case(person=person, strategies={"denosumab": {"drugs": drugs}}, horizon="4 years")
    assert setting_of(standard(), None, case, month=month).under_a_course is covered


@pytest.mark.parametrize(
    ("month", "worn_off"),
    [(6.0, True), (9.0, False), (12.0, True), (36.0, True), (42.0, False)],
)
def test_a_dose_given_months_apart_is_over_on_the_day_of_the_next(
    month: float, worn_off: bool
) -> None:
    person = {"age": "62 years", "menopause_age": "50 years"}
    drugs = ["denosumab 60 mg every 6 months for 3 years", "letrozole 2.5 mg daily for 3 years"]
    case = Case(person=person, strategies={"both": {"drugs": drugs}}, horizon="4 years")
    setting = setting_of(standard(), None, case, month=month)
    assert setting.doses_worn_off == (("denosumab",) if worn_off else ())
    told = Console(width=200)
    with told.capture() as capture:
        told.print(page(explanation_of(setting, None, Site.LUMBAR_SPINE), Depth.FUNDAMENTALS))
    assert ("just before a next dose of denosumab would be due" in capture.get()) is worn_off
