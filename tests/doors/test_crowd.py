"""Many at once: everyone is answered, and the server holds no more at the end than before."""

from __future__ import annotations

from benchmarks.crowd import crowd
from doors.studio import open_studio

CLIENTS, SECONDS = 24, 2.0
MOST_GROWN = 60.0
"""MB. What is kept is bounded: a dozen lives of 48 members are 25 MB."""


def test_many_at_once_get_their_answers_in_flat_memory() -> None:
    with open_studio() as studio:
        crowd(studio, 1, 0.0)
        crowd(studio, CLIENTS, SECONDS)
        found = crowd(studio, CLIENTS, SECONDS)
    assert dict(found.errors) == {}
    assert len(found.waits) >= CLIENTS
    assert found.answers == len(found.waits) + 2 * CLIENTS
    assert found.memory[-1] - found.memory[0] < MOST_GROWN
