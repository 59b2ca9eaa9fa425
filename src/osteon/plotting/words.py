"""Words in a picture: broken into lines, and kept from standing on one another."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

LETTER = 0.56
"""The usual width of a letter as a share of its size."""


def lines_of(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` letters, nothing left out."""
    return textwrap.wrap(text, width) or [text]


def spread(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Return where the middles of labels go so that none overlap, near where each wants to be.

    Labels that would overlap are moved as one block, whose middle stays where its members want it
    on average: the least sum of squared moves.

    Parameters
    ----------
    wanted, heights:
        Middle and height of each label, in one unit.
    room:
        They stay between zero and `room` where they fit.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    blocks: list[tuple[float, float, list[int]]] = []
    for place in order:
        bottom, height, members = wanted[place] - heights[place] / 2, heights[place], [place]
        while blocks and blocks[-1][0] + blocks[-1][1] > bottom:
            below_bottom, below_height, below = blocks.pop()
            count = len(below) + len(members)
            pull = below_bottom * len(below) + (bottom - below_height) * len(members)
            bottom, height, members = pull / count, below_height + height, below + members
        blocks.append((bottom, height, members))
    middles = [0.0] * len(wanted)
    floor = 0.0
    ceilings = _ceilings([height for _, height, _ in blocks], room)
    for (bottom, height, members), ceiling in zip(blocks, ceilings, strict=True):
        edge = max(floor, min(bottom, ceiling))
        floor = edge + height
        for place in members:
            middles[place] = edge + heights[place] / 2
            edge += heights[place]
    return middles


def _ceilings(heights: list[float], room: float) -> list[float]:
    """Return the highest bottom of each block that leaves room for those above it."""
    return [room - sum(heights[place:]) for place in range(len(heights))]
