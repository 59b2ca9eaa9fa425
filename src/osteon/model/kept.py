"""A model kept on the disk: put together, checked and traced once, then read in a few milliseconds.

It is named by a hash of every file that it follows from (equations, parameters, sources, and what
puts them together) and of the Python that wrote it: a changed file never meets an old model. A hash
of what was written stands before it: a damaged file is put together anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from osteon import mechanism, model, parameters, vocabulary
from osteon.cache import cache_folder
from osteon.model.model import Model

_WRITTEN = (".py", ".toml", ".bib")
_TOGETHER = (mechanism, model, parameters, vocabulary)
_SEAL = 16


def kept(folders: Iterable[str], make: Callable[[], Model]) -> Model:
    """Return the model that follows from files, put together only if it is not kept.

    Parameters
    ----------
    folders:
        Where its mechanisms are written.
    make:
        Puts it together.
    """
    together = (str(path) for room in _TOGETHER for path in room.__path__)
    path = cache_folder() / "models" / f"{_name([*folders, *together])}.pickle"
    found = _read(path)
    if found is not None:
        return found
    made = make()
    _keep(made, made.trace.mark, path)
    return made


def _read(path: Path) -> Model | None:
    """Return the model in a file; None where there is none, or not the one that was written."""
    try:
        written = path.read_bytes()
        seal, kept_model = written[:_SEAL], written[_SEAL:]
        found = pickle.loads(kept_model) if seal == _sealed(kept_model) else None
    except (OSError, pickle.UnpicklingError, AttributeError, ImportError):
        return None
    return found if isinstance(found, Model) else None


def _sealed(written: bytes) -> bytes:
    return hashlib.blake2b(written, digest_size=_SEAL).digest()


def _keep(made: Model, mark: str, path: Path) -> None:
    """Write a model that is traced and marked, in one move; none where there is no room.

    Another process never reads half a model.
    """
    assert made.trace.mark == mark
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            written = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
            stream.write(_sealed(written) + written)
        Path(part).replace(path)
    except OSError:
        return


def _name(folders: Iterable[str]) -> str:
    """Return a hash of every written file in some folders."""
    made = hashlib.blake2b(sys.version.encode(), digest_size=10)
    for number, folder in enumerate(folders):
        for path in _files(folder):
            made.update(f"{number} {os.path.relpath(path, folder)}\n".encode())
            made.update(Path(path).read_bytes())
    return made.hexdigest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.name.endswith(_WRITTEN):
                yield entry.path
