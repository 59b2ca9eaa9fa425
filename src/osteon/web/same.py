"""Two secrets compared in constant time."""

from __future__ import annotations

from hmac import compare_digest


def same(one: str, other: str) -> bool:
    """Return whether two texts are the same, in a time that tells nothing of where they differ."""
    return compare_digest(one.encode(), other.encode())
