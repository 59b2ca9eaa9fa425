"""The look of every picture: colors, letters, lines.

The colors stay apart in the common kinds of color blindness, and each is dark enough to write with
on white. After the last one they begin again, dashed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from osteon.version import __version__

PALETTE = ("#1F74CC", "#C24E00", "#005F46", "#9A2D8E", "#1F2328")
INK = "#1F2328"
QUIET = "#59616A"
RULE = "#E3E6E9"
FAINT = "#F0F2F4"
LIMIT = "#8A9199"

TITLE, NAME, TEXT, SMALL = 12.0, 10.5, 9.5, 8.5
LINE_HEIGHT = 1.28

_DASHES: tuple[Any, ...] = ("solid", (0, (4, 1.6)), (0, (1.2, 1.4)))
_STYLE: dict[str, Any] = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial", "Helvetica"],
    "font.size": TEXT,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": LIMIT,
    "axes.labelcolor": QUIET,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "xtick.color": LIMIT,
    "ytick.color": LIMIT,
    "xtick.labelcolor": QUIET,
    "ytick.labelcolor": QUIET,
    "xtick.labelsize": TEXT,
    "ytick.labelsize": TEXT,
    "xtick.major.size": 3,
    "ytick.major.size": 0,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "svg.fonttype": "none",
    "svg.hashsalt": "osteon",
}


class Pen(NamedTuple):
    """How the line of one strategy is drawn."""

    color: str
    dashes: Any


def pen(place: int) -> Pen:
    """Return the pen of the strategy at a place, counted from zero."""
    around = place // len(PALETTE)
    return Pen(PALETTE[place % len(PALETTE)], _DASHES[around % len(_DASHES)])


@contextmanager
def house_style() -> Iterator[None]:
    """Draw within this style alone, whatever the reader has set for other pictures."""
    from matplotlib import style

    with style.context(["default", _STYLE]):
        yield


def footer() -> str:
    """Return the line that stands under every picture."""
    return f"osteon {__version__}, simulated; research and teaching, not a medical device"


def percent_with_limits(median: float, low: float, high: float) -> str:
    """Return a percent change with its central 95 %, in as many digits as its size is worth."""
    decimals = 0 if max(abs(low), abs(high)) >= 9.95 else 1
    middle = signed(median, 0 if abs(median) >= 9.95 else 1)
    return f"{middle} % ({signed(low, decimals)} to {signed(high, decimals)})"


def signed(value: float, decimals: int) -> str:
    """Return a number with its sign, except where it rounds to zero."""
    text = f"{value:+.{decimals}f}"
    return (text[1:] if float(text) == 0 else text).replace("-", "−")


def plain(value: float) -> str:
    """Return a number of a scale, without needless digits and with a true minus."""
    return f"{value:.6g}".replace("-", "−")


def alike(values: Sequence[float]) -> list[str]:
    """Return numbers of one scale with as many decimals each as the one that needs most."""
    decimals = max((len(plain(value).partition(".")[2]) for value in values), default=0)
    return [f"{value:.{decimals}f}".replace("-", "−") for value in values]
