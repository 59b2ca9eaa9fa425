"""The look of the page: the colors of the pictures, by day and by night, and the style sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from osteon.plotting.style import FAINT, INK, LIMIT, PALETTE, QUIET, RULE

_SHEET: Final = Path(__file__).with_name("style.css")
_DAY: Final = {
    "paper": "#FFFFFF",
    "ink": INK,
    "quiet": QUIET,
    "rule": RULE,
    "faint": FAINT,
    "strong": LIMIT,
    "fitted": PALETTE[0],
    "unseen": PALETTE[1],
    "met": PALETTE[2],
    "miss": PALETTE[3],
}
_NIGHT: Final = {
    "paper": "#14171A",
    "ink": "#E4E7EA",
    "quiet": "#A0A8B0",
    "rule": "#2C3237",
    "faint": "#1C2024",
    "strong": "#5C646C",
    "fitted": "#74B3F4",
    "unseen": "#F79A5E",
    "met": "#6FCDAE",
    "miss": "#E39BDA",
}


def style_sheet() -> str:
    """Return the style of the page; on paper it is always day."""
    night = f"@media screen and (prefers-color-scheme: dark) {{ {_colors(_NIGHT)} }}"
    return f"{_colors(_DAY)}\n{night}\n{_SHEET.read_text(encoding='utf-8')}"


def _colors(colors: dict[str, str]) -> str:
    return ":root { " + " ".join(f"--{name}: {color};" for name, color in colors.items()) + " }"
