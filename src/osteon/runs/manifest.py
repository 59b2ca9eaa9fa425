"""The manifest of a run: what it computes, with what, and the size and checksum of every shard.

A shard counts as finished only once the manifest names it. Neither holds a time, a machine or a
random name, so an interrupted run ends with the same bytes as an undisturbed one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from osteon.errors import InputError, StoreError
from osteon.runs.files import LOCK, checksum, parts_in, write_whole
from osteon.runs.task import Task, digest

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Kept:
    """What a finished shard must be like."""

    rows: int
    size: int
    sha256: str

    @classmethod
    def of(cls, rows: int, content: bytes) -> Kept:
        """Return what the bytes of a shard are like."""
        return cls(rows, len(content), checksum(content))


@dataclass(frozen=True)
class Manifest:
    """What a run computes, and which of its shards are finished."""

    description: Mapping[str, Any]
    versions: Mapping[str, str]
    shards: Mapping[int, Kept]

    @classmethod
    def of(cls, task: Task) -> Manifest:
        """Return the manifest of a run that has not begun."""
        return cls(json.loads(json.dumps(task.describe())), task.versions(), {})

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """Return the manifest in a folder; None if no run has begun in it.

        Raises
        ------
        InputError
            If the folder holds other things.
        StoreError
            If the manifest cannot be understood.
        """
        path = folder / MANIFEST
        if not path.exists():
            own = {LOCK, *(part.name for part in parts_in(folder))}
            foreign = sorted({one.name for one in folder.iterdir()} - own)
            if foreign:
                raise InputError(
                    f"{folder} holds '{foreign[0]}' and no run; name a new or empty folder"
                )
            return None
        try:
            found = json.loads(path.read_bytes())
            shards = {int(name): Kept(**kept) for name, kept in found["shards"].items()}
            manifest = cls(found["description"], found["versions"], shards)
            sound = digest(manifest.description) == found["description_sha256"]
        except (ValueError, KeyError, TypeError, AttributeError):
            sound = False
        if not sound:
            raise StoreError(
                f"{path}: the manifest is damaged, so nothing in this folder can be trusted; "
                "name another folder"
            )
        return manifest

    def check_same(self, asked: Manifest, folder: Path) -> None:
        """Refuse to go on with another task, or with another program.

        Raises
        ------
        InputError
            If anything differs; says what.
        """
        found = dict(_leaves({"task": self.description, "made with": self.versions}))
        wanted = dict(_leaves({"task": asked.description, "made with": asked.versions}))
        differing = [
            f"{name} is {found.get(name, 'not there')} in it, {wanted.get(name, 'not there')} now"
            for name in sorted(found.keys() | wanted.keys())
            if found.get(name) != wanted.get(name)
        ]
        if differing:
            more = f" (and {len(differing) - 3} more)" if len(differing) > 3 else ""
            raise InputError(
                f"{folder} holds another run: {'; '.join(differing[:3])}{more}; "
                "name another folder, or ask for the same"
            )

    def with_shard(self, index: int, kept: Kept) -> Manifest:
        """Return the manifest with one more shard finished."""
        return replace(self, shards={**self.shards, index: kept})

    def write(self, folder: Path) -> None:
        """Write it, whole or not at all."""
        content = {
            "description": self.description,
            "description_sha256": digest(self.description),
            "versions": self.versions,
            "shards": {name_of(index): vars(self.shards[index]) for index in sorted(self.shards)},
        }
        write_whole(folder / MANIFEST, readable(content))

    def fault_of(self, index: int, path: Path) -> str | None:
        """Return what is wrong with the file of a shard; None if it is as the manifest says."""
        kept = self.shards[index]
        if not path.exists():
            return "missing"
        if (size := path.stat().st_size) != kept.size:
            return f"{size} bytes in place of {kept.size}"
        return None if checksum(path.read_bytes()) == kept.sha256 else "damaged (checksum differs)"


def name_of(index: int) -> str:
    """Return the name of a shard."""
    return f"{index:06d}"


def readable(content: Mapping[str, Any]) -> bytes:
    """Return content as JSON for people and programs."""
    return (json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _leaves(content: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value of a description with the path to it."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from _leaves(value, f"{name}.{key}" if name else str(key))
    else:
        yield name, json.dumps(content, ensure_ascii=False)
