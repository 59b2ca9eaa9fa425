"""The courses of bone drugs that might be begun: single drugs, and sequences of two.

A course begins when its first dose is due (`Base.ready`); what follows begins on the day the next
dose of the first would have been due. A sequence begins its second drug before the horizon; one
drug alone may go beyond it. Denosumab may go on without an end: its exit is then counted as
a cost and as an intervention, and a caution is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from osteon.guidance.condition import Condition
from osteon.language.schedule import DrugSchedule
from osteon.language.times import Interval
from osteon.language.yaml_text import own_table
from osteon.planning.base import Base
from osteon.planning.option import NOTHING, Choice, Option
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

FILE = Path(__file__).with_name("courses.yaml")
_KINDS = {
    "fasting_tablet": "tablets",
    "tablet": "tablets",
    "injection": "injections",
    "self_injection": "self-injections",
    "infusion": "infusions",
}
_COUNT = {1: "one", 2: "two", 3: "three", 5: "five", 6: "six", 10: "ten"}


def drug_choice(base: Base) -> Choice:
    """Return the courses that a plan may begin, whether or not a rule excludes them."""
    if base.keeps_bone_drug:
        return Choice("bone drugs", (NOTHING,))
    rows = [row for row in courses() if _suits(base, row)]
    return Choice("bone drugs", (NOTHING, *(one for row in rows for one in _all(base, row))))


def kinds_of(option: Option) -> set[str]:
    """Return the drugs of an option and the kinds of treatment it is: what a wish may leave out."""
    kinds = {_KINDS[thing] for thing in option.costs if thing in _KINDS}
    return kinds | {course.drug for course in option.drugs}


@lru_cache(maxsize=1)
def courses() -> tuple[dict[str, Any], ...]:
    """Return the rows of the table of courses."""
    return tuple(_table()["courses"])


def _suits(base: Base, row: dict[str, Any]) -> bool:
    """Return whether a course is for such a person."""
    condition = Condition(row["when"]) if "when" in row else None
    now = base.situation(base.strategy).at(base.now)
    return condition is None or condition.holds(now).value is True


def _all(base: Base, row: dict[str, Any]) -> Iterator[Option]:
    every = Interval().read(row["every"])
    begin = base.ready(row["drug"], every)
    left = (base.horizon - begin) / DAYS_PER_YEAR
    for years in _lengths(row, left):
        first = _course(row, begin, years)
        for name in row.get("then", ["nothing"]):
            yield _option(base, row, first, years, name)
    if row.get("goes_on") and left > 0:
        yield _going_on(base, row, begin)


def _lengths(row: dict[str, Any], left: float) -> list[float]:
    """Return the lengths that end before the horizon; of a single drug one that goes beyond too."""
    within = [years for years in row["years"] if years <= left + 1e-6]
    beyond = [years for years in row["years"] if years > left + 1e-6]
    alone = "then" not in row and left > 0
    return [*within, *(beyond[:1] if alone and left not in within else ())]


def _option(
    base: Base, row: dict[str, Any], first: DrugSchedule, years: float, follower: str
) -> Option:
    then = _table()["followers"][follower]
    costs = {row["form"]: float(len(first.dose_times(base.horizon)))}
    words = _in_words(row, years)
    if then is None:
        ended = ", then nothing" if "then" in row else ""
        return Option(words + ended, (first,), costs=costs)
    end = first.until or 0.0
    second = _course(then, end, then["years"])
    number = second.dose_times(end + 10 * DAYS_PER_YEAR)
    costs[then["form"]] = costs.get(then["form"], 0.0) + len(number)
    return Option(
        f"{words}, then {_in_words(then, then['years'])}", (first, second), costs=costs,
        interventions=2,
    )  # fmt: skip


def _going_on(base: Base, row: dict[str, Any], begin: float) -> Option:
    course = DrugSchedule(drug=row["drug"], dose=row["dose"], every=row["every"], **_from(begin))
    refused = "infusions" in base.case.plan.exclude
    exit_cost = {"fasting_tablet": 52.0} if refused else {"infusion": 1.0}
    costs = {row["form"]: float(len(course.dose_times(base.horizon)))} | exit_cost
    words = f"{row['drug']} {row['dose']} every {row['every']}, going on"
    return Option(words, (course,), costs=costs, interventions=2)


def _course(row: dict[str, Any], begin: float, years: float) -> DrugSchedule:
    """Return a course of so many years; it ends on the day the next dose would be due."""
    end = begin + round(12 * years) * DAYS_PER_MONTH
    return DrugSchedule(
        drug=row["drug"], dose=row["dose"], every=row["every"], until=f"day {end!r}",
        **_from(begin),
    )  # fmt: skip


def _from(begin: float) -> dict[str, str]:
    return {"from": f"day {begin!r}"}


def _in_words(row: dict[str, Any], years: float) -> str:
    drug, dose, every = row["drug"], row["dose"], str(row["every"]).removeprefix("1 ")
    if row["form"] == "infusion" and every == "12 months":
        number = round(years)
        ended = f"s of {drug} {dose}, a year apart" if number > 1 else f" of {drug} {dose}"
        return f"{_COUNT.get(number, number)} infusion{ended}"
    span = f"{years:g} year{'s' if years != 1 else ''}"
    return f"{drug} {dose} every {every} for {span}"


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = own_table(FILE)
    return table
