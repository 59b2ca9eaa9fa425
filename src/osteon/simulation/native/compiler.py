"""The C++ compiler of this machine, and what it makes of a kernel's source."""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from osteon.cache import cache_folder
from osteon.errors import SimulationError

_log = logging.getLogger("osteon")
_NAMES = ("c++", "g++", "clang++")
_FLAGS = ("-std=c++17", "-O2", "-march=native", "-shared", "-fPIC")


@lru_cache(maxsize=1)
def compiler() -> tuple[str, ...] | None:
    """Return the words that call a C++ compiler, $CXX before any other; None if there is none.

    The first word is a path. A compiler that $CXX names and that cannot be run is told of, once.
    """
    chosen = os.environ.get("CXX", "").strip()
    for words in (_words(chosen),) if chosen else ((name,) for name in _NAMES):
        path = shutil.which(words[0]) if words else None
        if path is not None:
            return (path, *words[1:])
    if chosen:
        _log.warning("%s; the portable engine computes instead, more slowly", _lacking())
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
        raise SimulationError(f"{_lacking()}; install one or set OSTEON_ENGINE=portable")
    what = [recipe, *_FLAGS, *made_by[1:], _identity(made_by)]
    digest = hashlib.sha256("\n".join(what).encode()).hexdigest()
    folder = cache_folder() / "kernels" / digest[:20]
    path = folder / "kernel.so"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with _held(folder):
            if not path.exists():
                _log.info("compiling the kernel of this model, once (about five seconds)")
                _compile(made_by, write(), folder, path)
    return path


def _words(chosen: str) -> tuple[str, ...]:
    """Return the words of a command; none if a quote is left open."""
    try:
        return tuple(shlex.split(chosen))
    except ValueError:
        return ()


def _lacking() -> str:
    """Return in words which compiler is not there."""
    chosen = os.environ.get("CXX", "").strip()
    if chosen:
        return f"$CXX names '{chosen}', which cannot be run as a C++ compiler"
    return "no C++ compiler found (c++, g++ or clang++)"


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder while its library is made: whoever else wants it waits, and finds it there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # where folders cannot be held, each compiles for itself
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@lru_cache(maxsize=1)
def _identity(made_by: tuple[str, ...]) -> str:
    """Return the version of the compiler and what it takes this processor for."""
    asked = [*made_by, "-march=native", "-dM", "-E", "-x", "c++", os.devnull]
    return subprocess.run(asked, capture_output=True, encoding="utf-8", check=False).stdout


def _compile(made_by: tuple[str, ...], source: str, folder: Path, path: Path) -> None:
    """Compile aside and move, so that another process never loads half a library."""
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        text, made = Path(aside, "kernel.cpp"), Path(aside, "kernel.so")
        text.write_text(source, "utf-8")
        done = subprocess.run(
            [*made_by, *_FLAGS, "-o", str(made), str(text)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            said = "\n".join(done.stderr.splitlines()[:5])
            raise SimulationError(
                f"{shlex.join(made_by)} could not compile the kernel; "
                f"OSTEON_ENGINE=portable does without it. It says:\n{said}"
            )
        made.replace(path)
