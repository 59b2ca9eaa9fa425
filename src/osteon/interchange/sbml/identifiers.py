"""What things are called in SBML, where a name is letters, digits and underscores.

rankl@lumbar_spine        rankl_at_lumbar_spine
bone.peak@lumbar_spine    bone__peak_at_lumbar_spine

The `name` attribute of each element keeps the name as osteon writes it.
"""

from __future__ import annotations

from osteon.model.roster import Key


def id_of_quantity(key: Key) -> str:
    """Return the identifier of a quantity at its place."""
    return str(key).replace("@", "_at_")


def id_of_parameter(column: str) -> str:
    """Return the identifier of a parameter column."""
    return column.replace(".", "__").replace("@", "_at_")
