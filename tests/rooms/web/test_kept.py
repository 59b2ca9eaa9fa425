"""What is kept for the next question: once made, given again, and the oldest goes first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import yaml

from osteon import Case, simulate
from osteon.people.kept import Kept
from osteon.web.asked import Asked
from osteon.web.routes.simulate import ForecastAsked, _forecast

PERSON = "{age: 62 years, menopause_age: 50 years, t_score: {lumbar_spine: -1.2}}"
ENDPOINTS = ["t_score_lumbar_spine", "ctx", "fracture_hip"]


def counted(said: list[int]) -> Callable[[], int]:
    def make() -> int:
        said.append(len(said))
        return said[-1]

    return make


def test_what_is_kept_is_given_again() -> None:
    kept, said = Kept[int](2), list[int]()
    assert [kept.get("a", counted(said)) for _ in range(3)] == [0, 0, 0]


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept, said = Kept[int](2), list[int]()
    for key in ("a", "b", "a", "c"):
        kept.get(key, counted(said))
    assert [kept.get(key, counted(said)) for key in ("a", "b")] == [0, 3]


def test_what_is_found_was_made_before_and_counts_as_asked_for() -> None:
    kept, said = Kept[int](2), list[int]()
    assert kept.found("a") is None
    kept.get("a", counted(said))
    kept.get("b", counted(said))
    assert kept.found("a") == 0
    kept.get("c", counted(said))
    assert [kept.found(key) for key in ("a", "b", "c")] == [0, None, 2]


def test_many_may_ask_at_once() -> None:
    kept = Kept[int](8)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: kept.get(n % 16, lambda: n % 16), range(2000)))
    assert found == [n % 16 for n in range(2000)]


def asked(strategies: str, more: str = "") -> ForecastAsked:
    text = f"person: {PERSON}\nstrategies: {strategies}\nhorizon: 2 years\n{more}"
    return ForecastAsked(case=yaml.safe_load(text), endpoints=ENDPOINTS, members=12)


def bands(question: ForecastAsked, strategy: str) -> dict[str, object]:
    [course] = [one for one in _forecast(question).courses if one.name == strategy]
    return course.series


ALONE = "{one: {drugs: [anastrozole 1 mg daily for 5 years]}}"
BESIDE = (
    "{one: {drugs: [anastrozole 1 mg daily for 5 years]}, two: {drugs: [alendronate 70 mg weekly]}}"
)


def test_a_strategy_is_told_the_same_whatever_stands_beside_it() -> None:
    assert bands(asked(ALONE), "one") == bands(asked(BESIDE), "one")


@pytest.mark.parametrize(
    "more",
    [
        "measurements: [{month: 12, bmd_lumbar_spine: 0.85 g/cm2}]",
        "usual: {diet: {calcium: 300 mg/day}}",
    ],
)
def test_what_is_kept_is_never_given_for_another_question(more: str) -> None:
    before, after = bands(asked(ALONE), "one"), bands(asked(ALONE, more), "one")
    assert before != after
    question: Asked = asked(ALONE, more)
    fresh = simulate(Case.model_validate(question.case), members=12)["one"].t_score("lumbar_spine")
    assert after["t_score_lumbar_spine"].middle == pytest.approx(fresh.median, rel=1e-5)
    assert bands(asked(ALONE), "one") == before
