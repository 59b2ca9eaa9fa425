"""The theme's script names hosts that it would ask for more; on this site it never has to.

Diagrams, statistics of a repository and stand-ins for old browsers are not used; so that nothing
can ask for them, their addresses are taken out of the script.
"""

from __future__ import annotations

import re
from pathlib import Path

_HOSTS = re.compile(r"https://(?:unpkg\.com|api\.github\.com|gitlab\.com)[a-zA-Z0-9@./_-]*")


def close_doors(site: Path) -> None:
    """Take the addresses of other hosts out of the scripts of a site."""
    for script in site.rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        closed = _HOSTS.sub("", text)
        if closed != text:
            script.write_text(closed, encoding="utf-8")
    for leftover in site.rglob("*.js.map"):
        leftover.unlink()
