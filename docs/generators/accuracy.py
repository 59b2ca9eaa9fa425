"""Tables and numbers of accuracy for the pages, as `make docs-numbers` measured them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from osteon.evidence.accuracy import measured
from osteon.people.endpoint import label_of
from osteon.reports.mechanism_page.markdown import plain, table
from osteon.reports.wording import points

_PARTS: Final = ("predicted", "low", "high")


def groups() -> list[str]:
    """Return the errors on rows never fitted, group by group, with the interval's promise kept."""
    rows = [
        (
            one["group"],
            str(one["rows"]),
            _points(one["rmse"]) if one["percent"] else _factor(one["factor"]),
            "" if one["bias"] is None else points(one["bias"]),
            _share(one["inside"]),
        )
        for one in measured()["groups"]
        if one["role"] == "validation"
    ]
    return table(("What the rows are about", "Rows", "Error", "Bias", "Inside the interval"), rows)


def others() -> list[str]:
    """Return osteon beside other answers to the same rows."""
    rows = [
        (
            one["who"],
            f"{one['rows']} of {one['trials']} trials",
            f"{one['first']:.1f}",
            f"{one['second']:.1f}",
            f"{points(one['difference'])} ({points(one['low'])} to {points(one['high'])})",
        )
        for one in measured()["others"]
    ]
    titles = ("Other answer", "Rows", "osteon", "The other", "Difference (95 %)")
    return table(titles, rows)


def aims() -> list[str]:
    """Return what was aimed at before the fit, and what was reached."""
    rows = [
        (
            one["what"],
            ("at least " if one["at_least"] else "at most ") + _scaled(one["limit"], one["unit"]),
            _scaled(one["found"], one["unit"]),
            "met" if one["met"] else "**not met**",
        )
        for one in measured()["aims"]
    ]
    return table(("Aim", "Limit", "Found", "Verdict"), rows)


def misses() -> list[str]:
    """Return every row that is missed: outside its interval and off by more than matters."""
    return _rows(one for one in measured()["misses"] if one["role"] == "validation")


def later() -> list[str]:
    """Return every row of the trials that were looked up after the fit."""
    return _rows(measured()["later"]["told"])


def _rows(told: Iterable[dict[str, Any]]) -> list[str]:
    """Return rows as a table: what was seen, and what was foretold."""
    rows = [
        (
            one["trial"],
            plain(one["arm"] + (f" versus {one['versus']}" if one["versus"] else "")),
            f"{label_of(one['endpoint'])}, month {one['month']:g}",
            f"{one['observed']:g} {one['unit']}",
            "{} ({} to {})".format(*(_told(one[part], one["unit"]) for part in _PARTS)),
        )
        for one in told
    ]
    return table(("Trial", "Arm", "Measured", "Observed", "Predicted (95 %)"), rows)


def signs() -> list[str]:
    """Return the signs of the literature that the model does not show."""
    rows = [(one["topic"], plain(one["claim"])) for one in measured()["signs_missed"]]
    return table(("Topic", "What the literature says, and the model does not show"), rows)


def number(path: str) -> str:
    """Return one number: 'bmd.validation.rmse', with a percent sign where it is a share."""
    found: Any = measured()
    for name in path.split("."):
        found = found[name]
    if path.endswith("inside"):
        return _share(found)
    return f"{found:.1f}" if isinstance(found, float) else str(found)


TABLES: Final[dict[str, Callable[[], list[str]]]] = {
    "groups": groups,
    "others": others,
    "aims": aims,
    "misses": misses,
    "later": later,
    "signs": signs,
}


def _told(value: float, unit: str) -> str:
    return f"{round(value, 1) + 0.0:.1f}" if unit == "%" else f"{value:.3g}"


def _points(value: float | None) -> str:
    return "" if value is None else f"{value:.1f} points"


def _factor(value: float | None) -> str:
    return "" if value is None else f"a factor of {value:.2f}"


def _share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.0f} %"


def _scaled(value: float, unit: str) -> str:
    return _share(value) if unit == "share" else f"{value:.2f} {unit}"
