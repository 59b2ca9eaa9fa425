"""`osteon export`: a case for other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from osteon.cli.case_file import read_case, stem_of
from osteon.cli.located import located
from osteon.cli.options import CaseFile, Followed, Members, Seed
from osteon.cli.screen import screen, working
from osteon.cli.writing import check_folder, folder_at

if TYPE_CHECKING:
    from osteon.language import Case
    from osteon.strategies.forecast import Forecast


class Format(StrEnum):
    """What can be written."""

    SBML = "sbml"
    OMEX = "omex"
    PETAB = "petab"
    FHIR = "fhir"
    CSV = "csv"
    PARQUET = "parquet"
    ZARR = "zarr"


To = Annotated[
    Format,
    typer.Option(
        "--to",
        metavar="sbml|omex|petab|fhir|csv|parquet|zarr",
        help="SBML, a model a strategy; a COMBINE archive that draws a figure; PEtab, the "
        "calibration problem; a FHIR R4 bundle of the forecast; a table of it (CSV, Parquet); all "
        "its members (Zarr, zipped).",
    ),
]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Write the files here.")]


def export(
    case: CaseFile,
    to: To,
    out: Out,
    members: Members = 200,
    seed: Seed = 1,
    followed: Followed = None,
) -> None:
    """Write a case in a format that other programs read.

    SBML and the COMBINE archive hold the typical version of the person, the others hold the
    forecast with its intervals; members, seed and followed belong to the forecast alone. PEtab
    holds the calibration rows of the trials behind the forecast, or of a trial file or a folder of
    them given in place of the case.
    """
    check_folder(out, "--out")
    if to is Format.PETAB:
        from osteon.cli.export_problem import write_calibration

        with folder_at(out) as folder:
            write_calibration(case, folder)
            _tell(out, folder)
        return
    described = read_case(case)
    with located(case), folder_at(out) as folder:
        if to in (Format.SBML, Format.OMEX):
            with working(len(described.strategies)) as begin:
                begin("writing")
                _model(to, case, described, folder)
        else:
            from osteon.cli.simulate import forecast_of

            forecast = forecast_of(case, described, members, seed, followed)
            _forecast(to, forecast, folder, stem_of(case))
        _tell(out, folder)


def _tell(out: Path, folder: Path) -> None:
    """Say which files were written."""
    names = ", ".join(sorted(file.name for file in folder.iterdir()))
    screen().print(f"Written to {out}: {names}", soft_wrap=True)


def _model(to: Format, path: Path, case: Case, folder: Path) -> None:
    """Write the typical person's course under each strategy."""
    if to is Format.OMEX:
        from osteon.interchange.combine.archive import write_archive

        write_archive(case, folder / f"{stem_of(path)}.omex")
        return
    from osteon.interchange.course import course_of
    from osteon.interchange.file_name import file_names
    from osteon.interchange.sbml.write import sbml_of

    for name, strategy in zip(file_names(case.strategies), case.strategies, strict=True):
        text = sbml_of(course_of(case, strategy))
        (folder / f"{name}.xml").write_text(text, encoding="utf-8")


def _forecast(to: Format, forecast: Forecast, folder: Path, stem: str) -> None:
    """Write what happens to the person, with its intervals or all its members."""
    if to is Format.CSV:
        from osteon.interchange.results.comma import write_csv

        write_csv(forecast, folder / f"{stem}.csv")
    elif to is Format.PARQUET:
        from osteon.cli.trajectories import write_trajectories

        write_trajectories(forecast, folder / f"{stem}.parquet")
    elif to is Format.ZARR:
        from osteon.interchange.results.arrays import write_zarr

        write_zarr(forecast, folder / f"{stem}.zarr.zip")
    else:
        from osteon.interchange.clinic.forecast import bundle_text

        text = bundle_text(forecast, datetime.now(UTC))
        (folder / f"{stem}.fhir.json").write_text(text, encoding="utf-8")
