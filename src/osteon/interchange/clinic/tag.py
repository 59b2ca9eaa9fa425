"""The tag that every simulated resource bears, so that none is mistaken for a measurement."""

from __future__ import annotations

from typing import Any

TAG = {"system": "urn:osteon:tag", "code": "simulated", "display": "simulated, not measured"}


def is_simulated(resource: Any) -> bool:
    """Return whether a resource bears the tag."""
    tags = (resource.meta.tag or ()) if resource.meta is not None else ()
    return any(tag.code == TAG["code"] for tag in tags)
