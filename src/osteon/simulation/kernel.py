"""The kernel of a model: generated, compiled once, kept on disk.

The kernel's file is named by a hash of its own source and of what compiles it, so a changed model
or compiler never meets an old kernel. Compiling takes about ten seconds, is announced by one line
of the `osteon` logger, and happens when a model is first solved.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
import platform
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from osteon.model.model import Model
from osteon.simulation.cache import cache_folder
from osteon.simulation.source import kernel_source

_log = logging.getLogger("osteon")


@lru_cache(maxsize=8)
def kernel_of(model: Model) -> ModuleType:
    """Return the compiled kernel of a model as a module."""
    import numba

    source = kernel_source(model)
    made_by = f"{numba.__version__} {sys.version} {platform.processor()} {platform.machine()}"
    digest = hashlib.sha256((source + made_by).encode()).hexdigest()[:20]
    folder = cache_folder() / "kernels" / digest
    path = folder / "kernel.py"
    if not path.exists():
        _log.info("compiling the kernel of this model, once (about ten seconds)")
        _write(path, source)
    name = f"osteon_kernel_{digest}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"the kernel at {path} cannot be loaded; delete that folder")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _write(path: Path, source: str) -> None:
    """Write in one move, so that another process never reads half a kernel."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(source)
    Path(temporary).replace(path)
