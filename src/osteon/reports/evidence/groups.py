"""One group of rows on the page: its errors in a sentence, its misses, and every row of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from osteon.language.observation import Observation
from osteon.plotting.style import signed
from osteon.reports.evidence.markup import (
    Markup,
    address_in,
    element,
    link,
    slug,
    table,
    together,
    with_links,
)
from osteon.reports.evidence.numbers import (
    NONE,
    THIN_SPACE,
    arms,
    counted,
    decimals,
    measured,
    months,
    number,
    share,
    value,
    with_limits,
)
from osteon.reports.evidence.pictures import Scale, line, scale_of
from osteon.reports.evidence.summaries import ROLES
from osteon.validation.answers import OTHERS, Answered, against
from osteon.validation.by_group import errors_of
from osteon.validation.groups import Group
from osteon.validation.misses import is_miss
from osteon.validation.predict import Row

_OPEN_UP_TO = 12


def section(group: Group, rows: Sequence[Answered]) -> Markup:
    """Return the section of a group."""
    missed = [one.row for one in rows if is_miss(one.row)]
    words = f"Every row of this group ({len(rows)})"
    open_or_not = {"open": "open"} if len(rows) <= _OPEN_UP_TO else {}
    return element(
        "section",
        element("h3", group, id=slug(group)),
        element("p", _in_words([one.row for one in rows], len(missed))),
        *_beside_others(rows),
        _misses(missed),
        element("details", element("summary", words), _table(group, rows), **open_or_not),
    )


def _in_words(rows: list[Row], missed: int) -> str:
    """Return how many rows there are, what was fitted of them, and how far off they are."""
    errors = errors_of(rows)
    fitted = sum(row.role == "calibration" for row in rows)
    trials = len({row.trial for row in rows})
    words = f"{counted(len(rows), 'row')} from {counted(trials, 'trial')}"
    words += f"; {_split(fitted, len(rows))}"
    if errors.answered < errors.rows:
        words += f"; {errors.rows - errors.answered} without an answer"
    words += "."
    if errors.rmse is not None:
        words += (
            f" Changes are off by {number(errors.rmse)} percentage points (root mean square), "
            f"{signed(errors.bias or 0.0, 2)} on average."
        )
    if errors.factor is not None:
        words += f" Levels, risks and ratios are off by a factor of {number(errors.factor)}."
    if errors.inside is not None:
        words += f" Inside the 95{THIN_SPACE}% interval: {share(errors.inside)}."
        words += f" Missed: {missed or NONE}."
    return words


def _beside_others(rows: Sequence[Answered]) -> Iterator[Markup]:
    """Yield how far off others are on the BMD validation rows of the group, if they answer any."""
    unseen = [one for one in rows if one.row.role == "validation"]
    found = [(words, against(unseen, name)) for name, words in OTHERS.items()]
    told = [
        f"{words} {number(one.second)} where osteon has {number(one.first)} "
        f"({counted(one.rows, 'row')})"
        for words, one in found
        if one is not None
    ]
    if told:
        words = f"Others on validation data, root mean square error: {'; '.join(told)}."
        yield element("p", words, class_="quiet")


def _split(fitted: int, rows: int) -> str:
    """Return how many rows are calibration data, and how many are not."""
    if fitted in (0, rows):
        return f"all {'calibration' if fitted else 'validation'} data"
    return f"{fitted} calibration and {rows - fitted} validation data"


def _misses(rows: Iterable[Row]) -> Markup:
    lines = [_miss(row) for row in rows]
    return element("ul", *lines, class_="misses") if lines else Markup()


def _miss(row: Row) -> Markup:
    one = row.observation
    limits = _limits(row)
    reason = one.note or "no reason is known"
    reason = f"{reason[0].upper()}{reason[1:].rstrip('.')}."
    return element(
        "li",
        element(
            "span",
            element("strong", row.trial),
            f", {arms(one)}: {measured(one)}, month {months(one)}. Observed "
            f"{with_limits(one.value, one.ci, one)}, predicted "
            f"{with_limits(row.predicted or 0.0, limits, one)}.",
        ),
        element("span", with_links(reason), class_="quiet"),
    )


def _table(group: Group, rows: Sequence[Answered]) -> Markup:
    others = [name for name in OTHERS if any(name in one.others for one in rows)]
    titles = ["Trial and arm", "Measured", "Months", "Picture", "Observed", "Predicted", "Error"]
    titles += [OTHERS[name] for name in others]
    scales = {
        key: scale_of([one.row for one in rows if _key(one.row) == key])
        for key in dict.fromkeys(_key(one.row) for one in rows)
    }
    caption = (
        f"{group}. Band and stroke: prediction and its 95 % interval. Dot and line: observed and "
        "its 95 % confidence interval. Rows of one kind and unit share a scale. Observed values "
        "lead to where they were read."
    )
    lines = [_cells(one, others, scales[_key(one.row)]) for one in rows]
    return table(caption, titles, lines, 4, "rows")


def _key(row: Row) -> tuple[str, ...]:
    """Return what rows must share to be drawn on one scale."""
    one = row.observation
    if one.kind in ("change", "difference"):
        return ("percent",)
    return (one.kind, one.endpoint)


def _cells(answered: Answered, others: Sequence[str], scale: Scale) -> tuple[str, ...]:
    row, one = answered.row, answered.row.observation
    head = together(
        [
            element("strong", link(row.trial, f"#trial-{slug(row.trial)}")),
            element("span", f"{arms(one)}; {ROLES[row.role]}", class_="arm"),
        ]
    )
    predicted: str = row.problem or NONE
    error: str = ""
    if row.predicted is not None:
        predicted = _stacked(value(row.predicted, one), _limits(row), row)
        error = signed(row.error or 0.0, decimals(row.error or 0.0, one))
        if is_miss(row):
            error = element("span", error, " missed", class_="miss")
    else:
        predicted = element("span", "no answer", class_="miss")
    return (
        head,
        measured(one),
        months(one),
        line(row, scale),
        _stacked(_published(one), one.ci, row),
        predicted,
        error,
        *(value(answered.others[name], one) if name in answered.others else "" for name in others),
    )


def _published(one: Observation) -> str:
    """Return what was observed, as a link to where it was read if that has an address."""
    words, address = with_limits(one.value, None, one), address_in(one.source or "")
    return words if address is None else link(words, address)


def _stacked(words: str, limits: tuple[float, float] | None, row: Row) -> Markup:
    """Return a number with its interval under it."""
    if limits is None:
        return together([words])
    low, high = (value(limit, row.observation) for limit in limits)
    return together([words, " ", element("span", f"{low} to {high}", class_="limits")])


def _limits(row: Row) -> tuple[float, float] | None:
    if row.predicted_low is None or row.predicted_high is None:
        return None
    return row.predicted_low, row.predicted_high
