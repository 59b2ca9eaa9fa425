"""Names at the ends of lines instead of a legend, moved apart where they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osteon.plotting.curves import Curves
from osteon.plotting.style import LINE_HEIGHT, SMALL, TEXT, pen
from osteon.plotting.words import lines_of, spread
from osteon.plotting.writing import note, size_in_points

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LETTERS = 19
_REACH = 11.0
_BETWEEN = 8.0


@dataclass(frozen=True)
class Label:
    """What stands at the end of a line: the name of the strategy and some facts, line by line."""

    name: str
    facts: tuple[str, ...]

    @property
    def name_lines(self) -> list[str]:
        """Return the name in lines."""
        return lines_of(self.name, _LETTERS)

    @property
    def height(self) -> float:
        """Return the height in points, with the air around it."""
        letters = len(self.name_lines) * TEXT + len(self.facts) * SMALL
        return letters * LINE_HEIGHT + _BETWEEN


def room_for(labels: Sequence[Label]) -> float:
    """Return the height in points that all labels need together."""
    return sum(label.height for label in labels)


def label_ends(axes: Axes, curves: Curves, labels: Sequence[Label]) -> None:
    """Write each label beside the end of its line, and lead from the one to the other."""
    width, height = size_in_points(axes)
    low, high = axes.get_ylim()
    ends = [(float(change.median[-1]) - low) / (high - low) for change in curves.changes]
    middles = spread([end * height for end in ends], [label.height for label in labels], height)
    for place, (label, end, middle) in enumerate(zip(labels, ends, middles, strict=True)):
        color, dashes = pen(place)
        bent = [1, 1 + 0.35 * _REACH / width, 1 + _REACH / width]
        axes.plot(
            bent, [end, end, middle / height], color=color, lw=1.0, ls=dashes, clip_on=False,
            transform=axes.transAxes,
        )  # fmt: skip
        _write_label(axes, label, middle + (label.height - _BETWEEN) / 2, color)


def _write_label(axes: Axes, label: Label, top: float, color: str) -> None:
    """Write a label line by line downward from a height in points above the foot of the axes."""
    for text in label.name_lines:
        top -= TEXT * LINE_HEIGHT
        note(axes, text, (1, 0), (_REACH + 3, top + 2), color=color, size=TEXT, weight="bold")
    for text in label.facts:
        top -= SMALL * LINE_HEIGHT
        note(axes, text, (1, 0), (_REACH + 3, top + 2))
