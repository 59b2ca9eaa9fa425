"""The mark of functions that become part of a kernel, and how their source is taken over."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

MARKER = "# --- kernel ---"
COMPILE = "@njit(cache=True, nogil=True, error_model='numpy')"


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Mark what is compiled; the kernel's source puts numba in this place."""
    return function


def source_of(module: ModuleType) -> str:
    """Return the part of a module that becomes part of every kernel."""
    text = inspect.getsource(module)
    return text[text.index(MARKER) + len(MARKER) :].replace("@compiled", COMPILE)
