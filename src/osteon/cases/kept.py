"""What a store holds of a case, and of a forecast that was made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Kept:
    """A case in a store, without its content.

    Attributes
    ----------
    name:
        Under which it is kept.
    added:
        When (UTC, ISO 8601).
    version:
        The version of osteon that wrote it.
    strategies:
        The names of its strategies.
    measurements, forecasts:
        How many of them are kept with it.
    """

    name: str
    added: str
    version: str
    strategies: tuple[str, ...]
    measurements: int
    forecasts: int


@dataclass(frozen=True)
class KeptForecast:
    """A forecast of a case.

    Attributes
    ----------
    added:
        When it was kept (UTC, ISO 8601).
    version, layer:
        The version of osteon and the fitted layer that made it (None: literature values).
    content:
        The forecast as `osteon simulate --json` writes it: median and limits over months.
    """

    added: str
    version: str
    layer: str | None
    content: Mapping[str, Any]
