"""A COMBINE archive (.omex) of a case: a model a strategy, the experiment, and what to expect.

models/*.xml        SBML, one for each strategy
spine.sedml         runs them and draws spine BMD over the years
expected.csv        what osteon itself says, for whoever runs the experiment elsewhere
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import MissingExtraError, OsteonError
from osteon.interchange.combine.experiment import Curve, experiment
from osteon.interchange.course import Course, course_of
from osteon.interchange.file_name import file_names
from osteon.interchange.sbml.write import sbml_of
from osteon.language.case import Case
from osteon.model.roster import Key
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

SHOWN = Key("bmd", Site.LUMBAR_SPINE)
EXPERIMENT, EXPECTED = "spine.sedml", "expected.csv"
_FORMATS = "http://identifiers.org/combine.specifications/"
_SBML, _SEDML = f"{_FORMATS}sbml.level-3.version-2", f"{_FORMATS}sed-ml.level-1.version-3"
_CSV = "http://purl.org/NET/mediatypes/text/csv"
Array = NDArray[np.float64]


def write_archive(case: Case, path: Path) -> None:
    """Write the archive of a case, every strategy a curve of its figure.

    Raises
    ------
    MissingExtraError
        If libcombine or libsbml is not installed.
    OsteonError
        If the file cannot be written.
    """
    try:
        import libcombine
    except ImportError as missing:
        raise MissingExtraError.of("a COMBINE archive", "interchange", missing) from missing
    archive = libcombine.CombineArchive()
    courses = [course_of(case, strategy) for strategy in case.strategies]
    files = [f"models/{name}.xml" for name in file_names(case.strategies)]
    for course, file in zip(courses, files, strict=True):
        archive.addFileFromString(sbml_of(course), file, _SBML, False)
    curves = [Curve(file, course.name) for course, file in zip(courses, files, strict=True)]
    times = _times(case.horizon)
    text = experiment(curves, SHOWN, float(times[-1]), len(times) - 1)
    archive.addFileFromString(text, EXPERIMENT, _SEDML, True)
    archive.addFileFromString(_expected(courses, times), EXPECTED, _CSV, False)
    archive.addMetadata(".", _description(libcombine))
    if not archive.writeToFile(str(path)):
        raise OsteonError(f"{path}: the archive could not be written")


def _times(horizon: float) -> Array:
    """Return times in days, as near to months as equal steps to the horizon can be."""
    return np.linspace(0.0, horizon, max(round(horizon / DAYS_PER_MONTH), 1) + 1)


def _expected(courses: Sequence[Course], times: Array) -> str:
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(["years", *(f"{course.name} (g/cm2)" for course in courses)])
    columns = [course.simulate(times).at(SHOWN)[0] for course in courses]
    for row in zip(times / DAYS_PER_YEAR, *columns, strict=True):
        table.writerow([f"{number:.8g}" for number in row])
    return stream.getvalue()


def _description(libcombine: Any) -> Any:
    description = libcombine.OmexDescription()
    description.setAbout(".")
    description.setDescription(
        "Bone density of the lumbar spine of one person under each strategy, simulated by osteon. "
        "For research, teaching and the design of studies; not a medical device."
    )
    return description
