"""Writing at a distance in points from a place of the axes, and the size of axes in points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from osteon.plotting.style import QUIET, SMALL

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def note(
    axes: Axes, text: str, place: tuple[float, float], offset: tuple[float, float], **look: Any
) -> None:
    """Write a small quiet note.

    Parameters
    ----------
    place:
        Across and up, as shares of the axes.
    offset:
        From there, in points.
    look:
        Whatever differs from small and quiet; `xycoords` for another meaning of `place`.
    """
    usual: dict[str, Any] = {"color": QUIET, "size": SMALL, "xycoords": "axes fraction"}
    look = {**usual, **look}
    axes.annotate(text, place, offset, textcoords="offset points", annotation_clip=False, **look)


def size_in_points(axes: Axes) -> tuple[float, float]:
    """Return the width and the height of axes in points."""
    box = axes.get_window_extent()
    points_per_dot = 72.0 / axes.figure.dpi
    return box.width * points_per_dot, box.height * points_per_dot
