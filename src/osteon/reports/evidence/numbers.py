"""Numbers as the page writes them: true minus signs, and as many decimals as they are worth."""

from __future__ import annotations

from osteon.language.observation import Observation
from osteon.people.endpoint import label_of
from osteon.plotting.style import plain, signed

NONE = "none"
THIN_SPACE = "\u202f"
NO_BREAK = "\u00a0"


def value(number: float, one: Observation) -> str:
    """Return a number on the scale of an observation, without its unit."""
    if one.kind in ("change", "difference", "t_score_change", "absolute"):
        return signed(number, decimals(number, one))
    return f"{number:.{decimals(number, one)}f}".replace("-", "−")


def with_limits(number: float, limits: tuple[float, float] | None, one: Observation) -> str:
    """Return a number with its unit, and its interval in brackets."""
    words = f"{value(number, one)}{THIN_SPACE}{one.unit}".rstrip()
    if limits is None:
        return words
    low, high = (value(limit, one) for limit in limits)
    return f"{words} ({low} to {high})"


def months(one: Observation) -> str:
    """Return when an observation was made, or from when to when."""
    if one.since:
        return f"{plain(round(one.since_month, 1))}{NO_BREAK}to{NO_BREAK}{plain(one.month)}"
    return plain(one.month)


def arms(one: Observation) -> str:
    """Return the arm, or the two that are compared."""
    return f"{one.arm} versus {one.versus}" if one.versus else one.arm


def measured(one: Observation) -> str:
    """Return what was measured, and how it is written if that is no change in percent."""
    kind = "" if one.kind in ("change", "difference") else f", {one.kind.replace('_', ' ')}"
    return label_of(one.endpoint) + kind


def number(some: float | None) -> str:
    """Return a number with two decimals and no sign of its own, or nothing."""
    return "" if some is None else f"{some:.2f}".replace("-", "−")


def share(some: float | None) -> str:
    """Return a share in percent, or nothing."""
    return "" if some is None else f"{100 * some:.0f}{THIN_SPACE}%"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def decimals(number: float, one: Observation) -> int:
    """Return how many decimals a number on the scale of an observation is worth."""
    if one.unit == "%":
        return 1
    if one.unit == "g/cm2":
        return 4 if one.kind == "absolute" else 3
    return 0 if abs(number) >= 100 else 1 if abs(number) >= 10 else 2
