"""What rules of safety forbid in the strategies of a case, as notes to their forecast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osteon.language.case import Case


def forbidden_in(case: Case) -> tuple[str, ...]:
    """Return a sentence for each rule that forbids one of the strategies."""
    return tuple(_forbidden(case)) if any(_drugs(case)) else ()


def _drugs(case: Case) -> Iterator[object]:
    for strategy in (case.usual, *case.strategies.values()):
        yield from strategy.drugs


def _forbidden(case: Case) -> Iterator[str]:
    from osteon.guidance.safety import Verdict, answers
    from osteon.planning.base import situation_of

    for name in case.strategies:
        for one in answers(situation_of(case, name)):
            if one.verdict is Verdict.FORBIDDEN:
                yield f"{name}: rule {one.rule.name} forbids it. {one.reason.rstrip('.')}"
