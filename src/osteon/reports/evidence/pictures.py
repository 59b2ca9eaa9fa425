"""Pictures drawn into the page, in its own colors: predicted against observed, and a row's line.

scatter    across what was observed, up what is predicted; on the diagonal both agree
           hollow: calibration data      filled: validation data, which no fit reads
line       the predicted interval as a band with its middle, the observed value as a dot with its
           interval, on one scale for a whole table
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from osteon.plotting.style import alike
from osteon.reports.evidence.markup import Markup, element
from osteon.reports.evidence.numbers import arms, measured, months, with_limits
from osteon.validation.misses import is_miss
from osteon.validation.predict import Row

_SIDE, _LEFT, _BELOW = 360.0, 44.0, 40.0
_WIDTH, _HEIGHT = 160.0, 22.0


@dataclass(frozen=True)
class Scale:
    """From numbers to places: `low` at `first`, `high` at `last`."""

    low: float
    high: float
    first: float
    last: float

    def __call__(self, value: float) -> float:
        """Return the place of a value, kept within the scale."""
        held = min(max(value, self.low), self.high)
        along = (held - self.low) / (self.high - self.low)
        return self.first + along * (self.last - self.first)

    def ticks(self) -> list[float]:
        """Return four to eight round values."""
        rough = (self.high - self.low) / 5
        size = 10 ** math.floor(math.log10(rough))
        step = next(one * size for one in (1, 2, 5, 10) if one * size >= rough * 0.999)
        first = math.ceil(self.low / step - 1e-9)
        return [step * place for place in range(first, math.floor(self.high / step + 1e-9) + 1)]


def scatter(rows: Sequence[Row], title: str) -> Markup | None:
    """Return predictions against observations in percent; None if there are none."""
    drawn = [row for row in rows if row.predicted is not None]
    if not drawn:
        return None
    everything = [0.0]
    for row in drawn:
        everything += [row.observation.value, row.predicted or 0.0]
    air = 0.06 * (max(everything) - min(everything)) or 1.0
    low, high = min(everything) - air, max(everything) + air
    across = Scale(low, high, _LEFT, _SIDE - 6)
    up = Scale(low, high, _SIDE - _BELOW, 6)
    points = sorted(drawn, key=lambda row: row.role == "validation")
    return element(
        "svg",
        element("title", title),
        *_rules(across, up),
        *(_point(row, across, up) for row in points),
        viewBox=f"0 0 {_SIDE:g} {_SIDE:g}",
        role="img",
        font_size="10",
    )


def line(row: Row, scale: Scale) -> Markup:
    """Return the line of one row."""
    one, low, high = row.observation, row.predicted_low, row.predicted_high
    pieces: list[str] = []
    if scale.low < 0 < scale.high:
        pieces.append(_line((scale(0), 0), (scale(0), _HEIGHT), "grid"))
    if low is not None and high is not None:
        left, right = scale(low), scale(high)
        width = max(right - left, 1.0)
        role = _role(row)
        pieces.append(
            element("rect", x=left, y=4, width=width, height=_HEIGHT - 8, class_=f"band {role}")
        )
    if row.predicted is not None:
        at = scale(row.predicted)
        pieces.append(_line((at, 4), (at, _HEIGHT - 4), f"middle {_role(row)}"))
    look = "missed" if is_miss(row) else "seen"
    middle = _HEIGHT / 2
    if one.ci is not None:
        pieces.append(_line((scale(one.ci[0]), middle), (scale(one.ci[1]), middle), look))
    pieces.append(element("circle", cx=scale(one.value), cy=middle, r=3.2, class_=look))
    return element(
        "svg", *pieces, viewBox=f"0 0 {_WIDTH:g} {_HEIGHT:g}", aria_hidden="true", focusable="false"
    )


def scale_of(rows: Sequence[Row]) -> Scale:
    """Return the scale that a table's rows share; the outermost intervals may end at its edge."""
    values = [row.observation.value for row in rows]
    values += [row.predicted for row in rows if row.predicted is not None]
    low, high = min([*values, 0.0]), max([*values, 0.0])
    air = 0.12 * (high - low) or 1.0
    return Scale(low - air, high + air, 4, _WIDTH - 4)


def _role(row: Row) -> str:
    return "validation" if row.role == "validation" else "calibration"


def _point(row: Row, across: Scale, up: Scale) -> Markup:
    one, role = row.observation, _role(row)
    x, y = across(one.value), up(row.predicted or 0.0)
    pieces = [
        element(
            "title",
            f"{row.trial}, {arms(one)}: {measured(one)}, month {months(one)}; observed "
            f"{with_limits(one.value, None, one)}, predicted "
            f"{with_limits(row.predicted or 0.0, None, one)}",
        )
    ]
    if one.ci is not None:
        ends = (across(one.ci[0]), y), (across(one.ci[1]), y)
        pieces.append(_line(*ends, f"interval {role}"))
    if row.predicted_low is not None and row.predicted_high is not None:
        ends = (x, up(row.predicted_low)), (x, up(row.predicted_high))
        pieces.append(_line(*ends, f"interval {role}"))
    pieces.append(element("circle", cx=x, cy=y, r=2.6, class_=role))
    return element("g", *pieces)


def _rules(across: Scale, up: Scale) -> list[Markup]:
    pieces = []
    ticks = across.ticks()
    for tick, words in zip(ticks, alike([round(tick, 9) for tick in ticks]), strict=True):
        x, y = across(tick), up(tick)
        pieces += [
            _line((x, up.last), (x, up.first), "grid"),
            _line((across.first, y), (across.last, y), "grid"),
            element("text", words, x=x, y=up.first + 16, text_anchor="middle"),
            element("text", words, x=across.first - 6, y=y + 4, text_anchor="end"),
        ]
    middle = (up.first + up.last) / 2
    return [
        *pieces,
        _line((across.first, up.first), (across.last, up.last), "agree"),
        element("text", "observed, %", x=across.last, y=up.first + 33, text_anchor="end"),
        element(
            "text",
            "predicted, %",
            x=10,
            y=middle,
            text_anchor="middle",
            transform=f"rotate(-90 10 {middle:.5g})",
        ),
    ]


def _line(start: tuple[float, float], end: tuple[float, float], look: str) -> Markup:
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], class_=look)
