"""Labels: never on one another, never farther from their lines than that takes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.plotting.room import Box, Room
from osteon.plotting.words import lines_of, spread

LABELS = st.lists(st.tuples(st.floats(-50, 450), st.floats(5, 60)), min_size=1, max_size=12)


@given(LABELS)
def test_labels_never_overlap_and_keep_to_the_room(labels) -> None:
    wanted, heights = zip(*labels, strict=True)
    room = max(400.0, sum(heights))
    middles = spread(wanted, heights, room)
    edges = sorted((m - h / 2, m + h / 2) for m, h in zip(middles, heights, strict=True))
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= room + 1e-6
    assert all(low[1] <= high[0] + 1e-6 for low, high in pairwise(edges))


@given(LABELS)
def test_labels_keep_the_order_of_their_lines(labels) -> None:
    wanted, heights = zip(*labels, strict=True)
    middles = spread(wanted, heights, 1000.0)
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    assert [middles[place] for place in order] == sorted(middles)


def test_a_label_with_room_stays_where_it_wants_to_be() -> None:
    assert spread([20.0, 80.0, 50.0], [10.0, 10.0, 10.0], 100.0) == [20.0, 80.0, 50.0]


def test_labels_that_want_one_place_share_the_move() -> None:
    # two middles of height 10 at 50: least squares puts them five to either side
    assert spread([50.0, 50.0], [10.0, 10.0], 100.0) == pytest.approx([45.0, 55.0])


def test_more_labels_than_room_begin_at_the_foot() -> None:
    assert spread([5.0, 6.0], [10.0, 10.0], 12.0) == pytest.approx([5.0, 15.0])


@pytest.mark.parametrize("text", ["short", "with risedronate and training", "x" * 60, " "])
def test_no_letter_is_lost_between_lines(text) -> None:
    lines = lines_of(text, 19)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= 19 for line in lines)


def test_a_name_finds_free_room_or_none() -> None:
    point = (50.0, 50.0)
    room = Room(Box(0, 0, 200, 100), [point], [])
    first, second = room.take_beside(point, "TRIAL"), room.take_beside(point, "TRIAL")
    assert first is not None
    assert second is not None
    assert not first.meets(second)
    assert Room(Box(0, 0, 20, 100), [(10, 50)], []).take_beside((10, 50), "TRIAL") is None


def test_a_name_prefers_to_cross_no_line() -> None:
    right = Box(50, 40, 200, 60)
    box = Room(Box(0, 0, 200, 100), [(50, 50)], [right]).take_beside((50, 50), "TRIAL")
    assert box is not None
    assert not box.meets(right)
