"""The archive of the example draws its figure in programs that know nothing of osteon."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from support.courses import EXAMPLE

from osteon.interchange.combine.archive import EXPECTED, EXPERIMENT, write_archive
from osteon.interchange.file_name import file_names
from osteon.language import Case
from osteon.people.reference_bmd import bmd_from_t_score
from osteon.vocabulary.site import Site

SED = "{http://sed-ml.org/sed-ml/level1/version3}"
CASE = Case.read(EXAMPLE)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "case.omex"
    write_archive(CASE, path)
    return path


def expected(archive: Path) -> dict[str, np.ndarray]:
    """Return the columns of what osteon says, by name."""
    text = zipfile.ZipFile(archive).read(EXPECTED).decode()
    names, *rows = csv.reader(io.StringIO(text))
    return dict(zip(names, np.array(rows, dtype=float).T, strict=True))


def figure(archive: Path) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Run the experiment as it is written, with libroadrunner; return its curves by name."""
    import roadrunner

    files = zipfile.ZipFile(archive)
    sed = ElementTree.fromstring(files.read(EXPERIMENT))
    by_id = {one.get("id"): one for one in sed.iter() if one.get("id")}
    runners = {
        model.get("id"): roadrunner.RoadRunner(files.read(model.get("source")).decode())
        for model in sed.iter(f"{SED}model")
    }

    def values(generator: str) -> np.ndarray:
        (variable,) = by_id[generator].iter(f"{SED}variable")
        task = by_id[variable.get("taskReference")]
        course = by_id[task.get("simulationReference")]
        runner = runners[task.get("modelReference")]
        runner.resetAll()
        runner.integrator.setValue("relative_tolerance", 1e-8)
        target = variable.get("target")
        runner.timeCourseSelections = ["time" if target is None else target.split("'")[1]]
        found = runner.simulate(
            float(course.get("outputStartTime")),
            float(course.get("outputEndTime")),
            int(course.get("numberOfPoints")) + 1,
        )
        numbers = [float(n.text) for n in by_id[generator].iter() if n.tag.endswith("}cn")]
        return np.array(found)[:, 0] / np.prod(numbers)

    return {
        curve.get("name"): (
            values(curve.get("xDataReference")),
            values(curve.get("yDataReference")),
        )
        for curve in sed.iter(f"{SED}curve")
    }


def test_the_figure_begins_with_what_was_measured_and_says_what_osteon_says(
    archive: Path,
) -> None:
    curves, told = figure(archive), expected(archive)
    assert list(curves) == list(CASE.strategies)
    measured = bmd_from_t_score(-1.2, Site.LUMBAR_SPINE, "hologic")
    for name, (years, bmd) in curves.items():
        assert np.allclose(years, told["years"], atol=1e-6)
        assert years[-1] == pytest.approx(10.0)
        assert bmd[0] == pytest.approx(measured, rel=1e-4)
        assert np.allclose(bmd, told[f"{name} (g/cm2)"], rtol=1e-5)


def test_copasi_reads_the_archive_and_draws_its_first_curve(archive: Path) -> None:
    import COPASI

    model = COPASI.CRootContainer.addDatamodel()
    assert model.openCombineArchive(str(archive))
    (plot,) = model.getPlotDefinitionList()
    assert "bmd@lumbar_spine" in plot.getObjectName()
    task = model.getTask("Time-Course")
    assert task.getProblem().getDuration() == pytest.approx(CASE.horizon)
    assert task.process(True)
    series = task.getTimeSeries()
    titles = [series.getTitle(column) for column in range(series.getNumVariables())]
    column = titles.index("Values[bmd@lumbar_spine]")
    bmd = [series.getConcentrationData(row, column) for row in range(series.getRecordedSteps())]
    assert np.allclose(bmd, expected(archive)["anastrozole alone (g/cm2)"], rtol=1e-5)
    COPASI.CRootContainer.removeDatamodel(model)


def test_names_of_files_are_plain_and_no_two_alike() -> None:
    assert file_names(["Zoledronate, 4 mg", "zoledronate 4 mg!", "骨", "骨", "é/../x"]) == [
        "zoledronate-4-mg", "zoledronate-4-mg-2", "strategy", "strategy-2", "e-x",
    ]  # fmt: skip
