"""The look of tables: numbers that stand side by side have their digits alike."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from osteon.cli.look import levels, plain_table, print_table


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (9.9, 52.0, "10-52"),
        (6.11, 32.0, "6-32"),
        (0.21, 0.98, "0.21-0.98"),
        (31.0, 121.0, "31-121"),
    ],
)
def test_both_limits_of_a_marker_have_as_many_digits(low: float, high: float, written: str) -> None:
    assert levels(low, high) == written


@pytest.mark.parametrize("columns", [20, 40, 60, 80])
def test_a_narrow_terminal_loses_no_number_and_breaks_no_word(columns: int) -> None:
    table = plain_table("strategy")
    for title in ("lumbar spine", "total hip"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_row("  with risedronate and training", "+2.1 %\n-0.5 to +4.9", "-15.4 to +3.1")
    console = Console(file=StringIO(), width=columns)
    print_table(console, table)
    assert isinstance(console.file, StringIO)
    printed = console.file.getvalue()
    assert all(
        part in printed
        for part in ("lumbar spine", "total hip", "+2.1 %", "-0.5 to +4.9", "-15.4 to +3.1")
    )
    assert {"with", "risedronate", "and", "training"} <= set(printed.split())
    assert console.width == columns


def test_a_name_without_end_does_not_widen_a_table_without_end() -> None:
    table = plain_table("strategy")
    table.add_row("x" * 200)
    console = Console(file=StringIO(), width=20)
    print_table(console, table)
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    assert max(map(len, lines)) < 30
    assert sum(line.count("x") for line in lines) == 200
