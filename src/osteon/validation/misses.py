"""Which rows are missed: outside the predicted interval, and by more than matters.

BMD        1.5 percentage points
markers    15 percentage points
all else   anything outside the interval
"""

from __future__ import annotations

from typing import Final

from osteon.validation.groups import MARKERS
from osteon.validation.predict import Row

LARGEST_BMD_ERROR: Final = 1.5
LARGEST_MARKER_ERROR: Final = 15.0


def inside(row: Row) -> bool | None:
    """Return whether the observed value lies in the predicted interval; None without one."""
    if row.predicted_low is None or row.predicted_high is None:
        return None
    return row.predicted_low <= row.observation.value <= row.predicted_high


def in_percent(row: Row) -> bool:
    """Return whether a row is a change or a difference of changes, in percent."""
    return row.observation.kind in ("change", "difference")


def is_miss(row: Row) -> bool:
    """Return whether a row is missed."""
    if row.error is None or inside(row) is not False:
        return False
    if not in_percent(row):
        return True
    endpoint, off = row.observation.endpoint, abs(row.error)
    if endpoint.startswith("bmd_"):
        return off > LARGEST_BMD_ERROR
    return off > LARGEST_MARKER_ERROR if endpoint in MARKERS else True
