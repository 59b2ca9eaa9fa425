"""Predicted beside observed: a table for each trial or the misses of many, and all errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from osteon.cli.look import (
    CARE,
    LOSS,
    MARK,
    QUIET,
    plain_table,
    print_remarks,
    print_table,
    signed,
)
from osteon.people.endpoint import label_of
from osteon.validation.by_group import errors_of
from osteon.validation.groups import Group, group_of
from osteon.validation.misses import LARGEST_BMD_ERROR, LARGEST_MARKER_ERROR, is_miss
from osteon.validation.summary import Errors, summarize

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.validation.predict import Row
    from osteon.validation.validate import Validation


def print_validation(console: Console, found: Validation) -> None:
    """Print each trial's rows, the reasons for rows without a prediction, and the errors."""
    _print_trials(console, found.rows)
    _print_errors(console, found.rows)


def print_overview(console: Console, found: Validation) -> None:
    """Print the errors of each group, the misses of each trial, and the errors of all."""
    console.print()
    print_table(console, _groups(found))
    _print_trials(console, [row for row in found.rows if is_miss(row)])
    problems = [row for row in found.rows if row.problem]
    if problems:
        console.print()
    for problem in dict.fromkeys(row.problem for row in problems):
        count = sum(row.problem == problem for row in problems)
        words = f"  Not predicted, {count} row{'s' if count > 1 else ''}: "
        console.print(Text(words, style=CARE).append(str(problem), style="none"))
    _print_errors(console, found.rows)


def _print_trials(console: Console, rows: Sequence[Row]) -> None:
    for name in dict.fromkeys(row.trial for row in rows):
        own = [row for row in rows if row.trial == name]
        roles = " and ".join(dict.fromkeys(row.role for row in own if row.role))
        role = f"  {roles}" if roles else ""
        console.print()
        console.print(Text(name, style="bold").append(role, style=f"not bold {QUIET}"))
        print_table(console, _table(own))
        for problem in dict.fromkeys(row.problem for row in own if row.problem):
            console.print(Text("  Not predicted: ", style=CARE).append(problem, style="none"))
        for note in dict.fromkeys(row.observation.note for row in own if is_miss(row)):
            reason = note or "no reason is known"
            console.print(Text(f"  {MARK} ", style=LOSS).append(reason, style="none"))


def _print_errors(console: Console, rows: Sequence[Row]) -> None:
    console.print()
    print_table(console, _summary(summarize(rows)))
    print_remarks(
        console,
        "In brackets the 95 % interval: as published, and as predicted for a trial of that size. "
        f"{MARK} missed: outside the predicted interval, BMD by more than {LARGEST_BMD_ERROR:g} "
        f"and markers by more than {LARGEST_MARKER_ERROR:g} percentage points.",
    )


def _groups(found: Validation) -> Table:
    table = plain_table("group")
    for title in ("rows", "predicted", "RMSE", "bias", "inside"):
        table.add_column(title, justify="right", no_wrap=True)
    of_each: dict[tuple[Group, str], list[Row]] = {}
    for trial, row in found.by_row():
        key = group_of(trial, row.observation), row.role or "no role"
        of_each.setdefault(key, []).append(row)
    places = list(Group)
    for group, role in sorted(of_each, key=lambda key: (places.index(key[0]), key[1])):
        errors = errors_of(of_each[group, role])
        table.add_row(
            Text(group).append(f", {role}", style=QUIET),
            str(errors.rows),
            str(errors.answered),
            "" if errors.rmse is None else f"{errors.rmse:.2f}",
            "" if errors.bias is None else signed(errors.bias, 2),
            "" if errors.inside is None else f"{100 * errors.inside:.0f} %",
        )
    return table


def _table(rows: Sequence[Row]) -> Table:
    table = plain_table("arm")
    table.add_column("endpoint", overflow="fold")
    for title in ("month", "observed", "predicted", "error "):
        table.add_column(title, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    return table


def _cells(row: Row) -> tuple[Text, ...]:
    one = row.observation
    arm = Text(one.arm)
    if one.versus:
        arm.append(f" - {one.versus}", style=QUIET)
    endpoint = Text(label_of(one.endpoint))
    if one.kind not in ("change", "difference"):
        endpoint.append(f" ({one.kind.replace('_', ' ')})", style=QUIET)
    month = Text(f"{one.since_month:g} to {one.month:g}" if one.since else f"{one.month:g}")
    observed = _value(one.value, one.unit, one.ci)
    if row.predicted is None:
        return arm, endpoint, month, observed, Text("none", style=CARE), Text("")
    limits = None
    if row.predicted_low is not None and row.predicted_high is not None:
        limits = (row.predicted_low, row.predicted_high)
    off = 0.0 if row.error is None else row.error
    error = Text(f"{signed(off, _digits(off))} ")
    if is_miss(row):
        error = Text(f"{signed(off)}{MARK}", style=LOSS)
    return arm, endpoint, month, observed, _value(row.predicted, one.unit, limits), error


def _value(value: float, unit: str, limits: tuple[float, float] | None) -> Text:
    digits = _digits(value) if unit != "%" else 1
    text = Text(f"{_rounded(value, digits)} {unit}".rstrip())
    if limits is not None:
        low, high = (_rounded(limit, digits) for limit in limits)
        text.append(f"\n[{low}, {high}]", style=QUIET)
    return text


def _summary(groups: dict[str, Errors]) -> Table:
    table = plain_table("errors of")
    for title in ("rows", "predicted", "root mean square", "bias", "inside 95 %"):
        table.add_column(title, justify="right")
    for name, errors in groups.items():
        rmse, bias, inside = errors.rmse, errors.bias, errors.inside
        table.add_row(
            name,
            str(errors.rows),
            str(errors.predicted),
            "" if rmse is None else f"{rmse:.2f}",
            "" if bias is None else signed(bias, 2),
            "" if inside is None else f"{100 * inside:.0f} %",
        )
    return table


def _rounded(value: float, digits: int) -> str:
    """Return a number, and zero without a sign."""
    return f"{round(value, digits) + 0.0:.{digits}f}"


def _digits(value: float) -> int:
    """Return the decimals that matter for the size of a number."""
    return 0 if abs(value) >= 100 else 1 if abs(value) >= 1 else 2
