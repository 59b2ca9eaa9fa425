"""The version of osteon that writes into a store."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def _installed() -> str:
    try:
        return version("osteon")
    except PackageNotFoundError:
        return "not installed"


VERSION = _installed()
