"""Which drugs a course may name and how each may be given: read from the files of the drugs.

A drug's file says `drug = "..."` and, where a drug is given in several ways, `route = "..."`. So a
new drug brings its own name, and naming drugs imports none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_FILES = Path(__file__).parents[1] / "interventions" / "drugs"
_DRUG = re.compile(r'^    drug = "([^"]+)"$', re.MULTILINE)
_ROUTE = re.compile(r'^    route = "([^"]+)"$', re.MULTILINE)


def routes_in(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the drugs whose files stand in a folder, each with its routes; none if it has one."""
    found: dict[str, set[str]] = {}
    for file in folder.glob("*.py"):
        text = file.read_text("utf-8")
        for drug in _DRUG.findall(text):
            found.setdefault(drug, set()).update(_ROUTE.findall(text))
    return {drug: tuple(sorted(found[drug])) for drug in sorted(found)}


ROUTES_OF: Final[Mapping[str, tuple[str, ...]]] = routes_in(_FILES)
DRUGS: Final = tuple(ROUTES_OF)
ROUTES: Final = tuple(sorted({route for routes in ROUTES_OF.values() for route in routes}))
