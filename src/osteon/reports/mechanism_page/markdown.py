"""Pieces of Markdown: tables whose cells hold anything, and links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table; nothing if it has no row."""
    lines = [_row(row) for row in rows]
    return [_row(titles), _row(["---"] * len(titles)), *lines, ""] if lines else []


def plain(text: str) -> str:
    """Return text in which nothing is taken for markup."""
    for sign in "\\`*_[]<>$":
        text = text.replace(
            sign, f"\\{sign}" if sign not in "<>" else {"<": "&lt;", ">": "&gt;"}[sign]
        )
    return text


def inline(latex: str) -> str:
    """Return mathematics within a line."""
    return f"${latex}$"


def displayed(latex: str) -> list[str]:
    """Return the lines of mathematics that stands alone."""
    return ["$$", latex, "$$", ""]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
