"""Write whole or not at all: JSON for a program, and folders of results.

Places are looked at before anything is computed, so that an hour of work is not lost to a slip in
a path. What is written appears under its name only when it is complete.
"""

from __future__ import annotations

import json
import math
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osteon.errors import InputError, OsteonError

STANDARD_OUTPUT = "-"
_NUMBERS = re.compile(r"\[\n\s+((?:(?:null|[-+.eE0-9]+),?\s+)+)\]")


def check_file(target: str | None, option: str) -> None:
    """Refuse a file that could not be written.

    Raises
    ------
    InputError
        If its folder is missing or closed to writing, or the path is a folder or a device: what is
        written takes the place of what was there.
    """
    if target in (None, STANDARD_OUTPUT):
        return
    path = Path(str(target))
    if path.is_dir():
        raise InputError(f"{option}: {path} is a folder; name a file in it")
    if path.exists() and not path.is_file():
        raise InputError(f"{option}: {path} is no ordinary file; name another")
    _check_parent(path, option)


def check_folder(target: Path | None, option: str) -> None:
    """Refuse a folder that could not be written.

    Raises
    ------
    InputError
        If the path is a file, or it or the folder around it is missing or closed to writing.
    """
    if target is None:
        return
    if target.exists() and not target.is_dir():
        raise InputError(f"{option}: {target} is a file; name a folder")
    _check_parent(target, option)
    if target.is_dir() and not os.access(target, os.W_OK | os.X_OK):
        raise InputError(f"{option}: {target} is closed to writing; name another folder")


def write_json(content: Mapping[str, Any], target: str) -> None:
    """Write strict JSON, numbers to six digits, to a file or (`-`) to standard output.

    Raises
    ------
    OsteonError
        If the file cannot be written, as on a full disk; nothing is left of it.
    """
    text = json_text(content)
    if target == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    write_whole([text], Path(target))


def json_text(content: Mapping[str, Any]) -> str:
    """Return strict JSON, a list of numbers to a line."""
    text = json.dumps(plain(content), indent=2, ensure_ascii=False, allow_nan=False)
    return _NUMBERS.sub(lambda found: f"[{' '.join(found[1].split())}]", text) + "\n"


def plain(content: Any) -> Any:
    """Return content as JSON has it: six digits, and null for what is not a number."""
    if isinstance(content, Mapping):
        return {str(name): plain(value) for name, value in content.items()}
    if isinstance(content, str) or content is None or isinstance(content, bool | int):
        return content
    if isinstance(content, float):
        if not math.isfinite(content):
            return None
        rounded = float(f"{content:.6g}")
        return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded
    return [plain(value) for value in (content.tolist() if hasattr(content, "tolist") else content)]


def write_whole(texts: Iterable[str], path: Path, *, private: bool = False) -> None:
    """Write a file whole or not at all; a private one only this user may read.

    Raises
    ------
    OsteonError
        If it cannot be written, as on a full disk; nothing is left of it.
    """
    with _told(path):
        handle, part = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.writelines(texts)
            if not private:
                _open_to_reading(Path(part), 0o666)
            Path(part).replace(path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise


@contextmanager
def folder_at(target: Path) -> Iterator[Path]:
    """Give a temporary folder beside the target; what is in it moves there on success only.

    Raises
    ------
    OsteonError
        If something cannot be written, as on a full disk; nothing is left of it.
    """
    with _told(target):
        part = Path(tempfile.mkdtemp(dir=target.absolute().parent, prefix=f".{target.name}."))
        try:
            yield part
            _open_to_reading(part, 0o777)
            if target.exists():
                for file in sorted(part.iterdir()):
                    file.replace(target / file.name)
            else:
                part.rename(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Say of what cannot be written where it was to be, and what to do."""
    try:
        yield
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise OsteonError(
            f"{target} cannot be written: {reason}; make room, or name another place"
        ) from fault


def _check_parent(path: Path, option: str) -> None:
    parent = path.absolute().parent
    if not parent.is_dir():
        raise InputError(f"{option}: there is no folder {parent}; make it, or name another place")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise InputError(f"{option}: the folder {parent} is closed to writing; name another place")


def _open_to_reading(path: Path, mode: int) -> None:
    """Give what was made in private the rights that new files usually have here."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(mode & ~mask)
