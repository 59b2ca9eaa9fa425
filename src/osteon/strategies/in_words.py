"""What a strategy does, in short phrases, and what it does that another does not."""

from __future__ import annotations

from collections.abc import Iterator

from osteon.language.lifestyle import Exercise, Nutrients
from osteon.language.schedule import DrugSchedule
from osteon.language.strategy import Strategy
from osteon.vocabulary.units import DAYS_PER_MONTH

_PLAIN = {
    "vitamin_d": "vitamin D",
    "vitamin_k2": "vitamin K2",
    "omega_3": "omega-3",
    "inflammatory_index": "inflammatory index",
}


def phrases(strategy: Strategy) -> tuple[str, ...]:
    """Return everything that is done, a phrase each: drugs, diet, exercise, and the rest."""
    return tuple(_phrases(strategy))


def differences(strategy: Strategy, other: Strategy) -> tuple[str, ...]:
    """Return what a strategy does that the other does not, or not in the same way."""
    common = set(phrases(other))
    return tuple(phrase for phrase in phrases(strategy) if phrase not in common)


def listed(words: list[str]) -> str:
    """Return words as a sentence lists them: 'a, b and c'."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _phrases(strategy: Strategy) -> Iterator[str]:
    for course in strategy.drugs:
        yield _drug(course)
    yield from _nutrients(strategy.diet, "diet")
    for food in strategy.diet.foods:
        yield f"{food.amount:g} g {food.food} a {food.per}"
    yield from _nutrients(strategy.supplements, "supplement")
    for habit in strategy.exercise:
        yield _exercise(habit)
    for procedure in strategy.procedures:
        yield f"{procedure.procedure} at month {_month(procedure.at)}"
    for rule in strategy.rules:
        yield f"rescue where {rule.words()['when']}: {_drug(rule.give)}"


def _drug(course: DrugSchedule) -> str:
    words = course.words()
    if course.once is not None:
        return f"{course.drug} {words['dose']} once at month {_month(course.once)}"
    taken = f", {words['adherence']} taken" if "adherence" in words else ""
    when = _when(course.from_, course.until)
    return f"{course.drug} {words['dose']} every {_each(words['every'])}{when}{taken}"


def _exercise(habit: Exercise) -> str:
    words = habit.words()
    much = [str(words["sessions"])]
    if habit.minutes is not None:
        much.append(f"{habit.minutes:g} minutes")
    if habit.intensity is not None:
        much.append(f"intensity {words['intensity']}")
    if habit.impacts is not None:
        much.append(f"{habit.impacts:g} impacts")
    if habit.adherence < 1.0:
        much.append(f"{words['adherence']} done")
    return f"{habit.activity}, {', '.join(much)}{_when(habit.from_, habit.until)}"


def _nutrients(given: Nutrients, kind: str) -> Iterator[str]:
    for name, amount in given.words().items():
        if name != "foods":
            yield f"{_PLAIN.get(name, name.replace('_', ' '))} {amount} ({kind})"


def _when(begin: float, end: float | None) -> str:
    if end is None:
        return f" from month {_month(begin)}" if begin else ""
    return f", months {_month(begin)} to {_month(end)}"


def _month(days: float) -> str:
    return f"{round(days / DAYS_PER_MONTH, 1):g}"


def _each(every: str) -> str:
    """Return '1 day' as 'day'."""
    return every.removeprefix("1 ")
