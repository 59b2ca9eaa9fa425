"""What the parts of a model are in the catalogs of biology, and what made the file (MIRIAM).

`meanings.csv` names the entry that a quantity is a property of: a substance (ChEBI, ATC), a
protein (UniProt), a cell (Cell Ontology) or a process (Gene Ontology). `known` says whether the
entry was seen in public data sets or is recalled and waits to be looked up.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from osteon.interchange.course import Course
from osteon.interchange.sbml.element import done, sbml_library
from osteon.model.roster import Key
from osteon.parameters import references
from osteon.version import __version__

NAMESPACE = "urn:osteon:model"
MEANINGS = Path(__file__).with_name("meanings.csv")
_HOME = "https://identifiers.org/"
_HUMAN, _REMODELING = "taxonomy:9606", "GO:0046849"


@lru_cache(maxsize=1)
def meanings() -> dict[str, str]:
    """Return the catalog entry of each quantity that has one."""
    with MEANINGS.open(encoding="utf-8", newline="") as stream:
        return {row["quantity"]: row["identifier"] for row in csv.DictReader(stream)}


def place_model(sbml: Any, course: Course) -> None:
    """Say what the model is of, which mechanisms it holds, and what made it."""
    library = sbml_library()
    layer = course.layer.name if course.layer else ""
    mechanisms = "".join(f'<mechanism name="{one.name}"/>' for one in course.model.mechanisms)
    done(
        sbml.setAnnotation(
            f'<annotation><course xmlns="{NAMESPACE}" version="{__version__}" layer="{layer}" '
            f'name="{escape(course.name)}" start="{course.start!r}">{mechanisms}</course>'
            "</annotation>"
        )
    )
    _add(sbml, library.BQB_HAS_TAXON, _HUMAN)
    _add(sbml, library.BQB_IS_VERSION_OF, _REMODELING)


def place_quantity(element: Any, key: Key) -> None:
    """Say what a quantity is a property of, where a catalog holds it."""
    if key.name in meanings():
        _add(element, sbml_library().BQB_IS_PROPERTY_OF, meanings()[key.name])


def place_parameter(element: Any, course: Course, column: str) -> None:
    """Say which publication a parameter's typical value is from."""
    source = references().get(course.model.table.parameter(column).origin.source or "")
    if source is not None and source.doi:
        _add(element, sbml_library().BQB_IS_DESCRIBED_BY, f"doi:{source.doi}")


def _add(element: Any, qualifier: int, identifier: str) -> None:
    library = sbml_library()
    term = library.CVTerm()
    done(term.setQualifierType(library.BIOLOGICAL_QUALIFIER))
    done(term.setBiologicalQualifierType(qualifier))
    done(term.addResource(_HOME + identifier))
    done(element.addCVTerm(term))
