"""Which drugs a course may name and how each is given: read from the files of the drugs.

A drug's file says `drug = "..."` and, where a drug is given in several ways, `route = "..."`; and
how it is given, `usual`, and the highest doses that people were studied on, `highest` and
`highest_from`. So a new drug brings its own words, and naming drugs imports none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FILES = Path(__file__).parents[1] / "interventions" / "drugs"
_SAID = re.compile(r'^    (drug|route|usual|highest|highest_from) = "([^"]+)"$', re.MULTILINE)


@dataclass(frozen=True)
class Dosage:
    """How a drug is given in one way.

    Parameters
    ----------
    route:
        Which way; None where there is but one.
    usual, highest:
        A usual dose, and the highest that people were studied on, in the words of a schedule, with
        commas between; '' where the file does not say.
    highest_from:
        Where those were.
    """

    route: str | None = None
    usual: str = ""
    highest: str = ""
    highest_from: str = ""


def dosages_in(folder: Path) -> dict[str, tuple[Dosage, ...]]:
    """Return the drugs whose files stand in a folder, each with the ways in which it is given."""
    found: dict[str, list[Dosage]] = {}
    for file in sorted(folder.glob("*.py")):
        said = dict(_SAID.findall(file.read_text("utf-8")))
        if drug := said.pop("drug", None):
            found.setdefault(drug, []).append(Dosage(**said))
    return {drug: tuple(found[drug]) for drug in sorted(found)}


def routes_in(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the drugs whose files stand in a folder, each with its routes; none if it has one."""
    return {drug: _routes(ways) for drug, ways in dosages_in(folder).items()}


def _routes(ways: tuple[Dosage, ...]) -> tuple[str, ...]:
    return tuple(sorted({one.route for one in ways if one.route is not None}))


DOSAGES_OF: Final[Mapping[str, tuple[Dosage, ...]]] = dosages_in(_FILES)
ROUTES_OF: Final[Mapping[str, tuple[str, ...]]] = {
    drug: _routes(ways) for drug, ways in DOSAGES_OF.items()
}
DRUGS: Final = tuple(ROUTES_OF)
ROUTES: Final = tuple(sorted({route for routes in ROUTES_OF.values() for route in routes}))
