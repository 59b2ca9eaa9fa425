"""The C++ compiler of this machine, and what it makes of a kernel's source."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from osteon.cache import cache_folder
from osteon.errors import SimulationError

_log = logging.getLogger("osteon")
_NAMES = ("c++", "g++", "clang++")
_FLAGS = ("-std=c++17", "-O2", "-march=native", "-shared", "-fPIC")


@lru_cache(maxsize=1)
def compiler() -> str | None:
    """Return the path of a C++ compiler, $CXX before any other; None if there is none."""
    chosen = os.environ.get("CXX")
    for name in (chosen,) if chosen else _NAMES:
        path = shutil.which(name)
        if path is not None:
            return path
    return None


def library_of(source: str) -> Path:
    """Return the compiled library of a source; see `library_from`."""
    return library_from(source, lambda: source)


def library_from(recipe: str, write: Callable[[], str]) -> Path:
    """Return the compiled library of a source, from the cache if it was compiled before.

    Its folder is named by a hash of the recipe, the compiler and the processor: a changed model,
    compiler or machine never meets an old library.

    Parameters
    ----------
    recipe:
        What the source follows from; it may be the source itself.
    write:
        Returns the source; called only if there is no library of it.

    Raises
    ------
    SimulationError
        If there is no compiler, or it refuses the source.
    """
    made_by = compiler()
    if made_by is None:
        raise SimulationError(
            "no C++ compiler found (c++, g++ or clang++); install one or set OSTEON_ENGINE=portable"
        )
    digest = hashlib.sha256("\n".join([recipe, *_FLAGS, _identity(made_by)]).encode()).hexdigest()
    folder = cache_folder() / "kernels" / digest[:20]
    path = folder / "kernel.so"
    if not path.exists():
        _log.info("compiling the kernel of this model, once (about five seconds)")
        _compile(made_by, write(), folder, path)
    return path


@lru_cache(maxsize=1)
def _identity(made_by: str) -> str:
    """Return the version of the compiler and what it takes this processor for."""
    asked = [made_by, "-march=native", "-dM", "-E", "-x", "c++", os.devnull]
    return subprocess.run(asked, capture_output=True, encoding="utf-8", check=False).stdout


def _compile(made_by: str, source: str, folder: Path, path: Path) -> None:
    """Compile aside and move, so that another process never loads half a library."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        text, made = Path(aside, "kernel.cpp"), Path(aside, "kernel.so")
        text.write_text(source, "utf-8")
        done = subprocess.run(
            [made_by, *_FLAGS, "-o", str(made), str(text)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            said = "\n".join(done.stderr.splitlines()[:5])
            raise SimulationError(
                f"{made_by} could not compile the kernel; OSTEON_ENGINE=portable does without it. "
                f"It says:\n{said}"
            )
        made.replace(path)
