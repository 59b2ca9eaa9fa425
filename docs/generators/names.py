"""The page of names that a file may use: drugs, endpoints, nutrients, activities, foods."""

from __future__ import annotations

from collections.abc import Iterator

from osteon.interventions.drug import Drug
from osteon.interventions.exercise.activity import activities
from osteon.interventions.nutrition.foods import foods
from osteon.language.endpoints import EVENTS, LEVELS
from osteon.language.nutrients import stated_in
from osteon.model.library import standard
from osteon.reports.mechanism_page import heading_of
from osteon.reports.mechanism_page.markdown import table


def names_page() -> str:
    """Return one page with every name."""
    return "\n".join(
        [
            "# Names",
            "",
            "Names that case and trial files may use. A name that is not here is refused, and the "
            "nearest is offered.",
            "",
            "## Drugs",
            "",
            *table(("Drug", "Kind", "Mechanism", "Grade"), _drugs()),
            "## Endpoints",
            "",
            *table(("Endpoint", "Unit"), _endpoints()),
            "## Diet and supplements",
            "",
            *table(("Nutrient", "As in"), _nutrients()),
            "## Activities",
            "",
            ", ".join(f"`{name}`" for name in activities()),
            "",
            "## Foods",
            "",
            ", ".join(f"`{name}`" for name in foods()),
            "",
        ]
    )


def _drugs() -> Iterator[tuple[str, ...]]:
    for one in standard().mechanisms:
        if isinstance(one, Drug):
            head = heading_of(one)
            link = f"[{head.title}](../explanation/mechanisms/{head.file})"
            route = f", {one.route}" if one.route else ""
            yield f"`{one.drug}`{route}", one.family, link, str(one.grade)


def _endpoints() -> Iterator[tuple[str, str]]:
    for name, measured in LEVELS.items():
        yield f"`{name}`", measured.unit
    for name in EVENTS:
        yield f"`{name}`", "share of people, or events"


def _nutrients() -> Iterator[tuple[str, str]]:
    for name, measured in stated_in().items():
        yield f"`{name}`", f"`{measured.typical:g} {measured.usual}`".replace(" `", "`")
