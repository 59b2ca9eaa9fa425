"""`osteon read`: one patient out of the clinic's files, as a case file to go on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from osteon.cli.screen import screen
from osteon.cli.writing import check_file, write_whole
from osteon.errors import InputError

if TYPE_CHECKING:
    from osteon.interchange.clinic.record import Record

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE",
        help="FHIR R4 bundles (.json) and tables (.csv), all of one patient.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="CASE", help="Write the case file here; else to standard output."
    ),
]
Start = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day of month 0; what was found later becomes a measurement. Else the last day "
        "on which anything was found.",
        show_default=False,
    ),
]
Menopause = Annotated[
    str | None,
    typer.Option(
        "--menopause-age",
        metavar="AGE",
        help="'50 years', or 'not yet'; no file says it.",
        show_default=False,
    ),
]


def read(
    files: Files,
    out: Out = None,
    start: Start = None,
    menopause_age: Menopause = None,
    scanner: Annotated[str, typer.Option(help="hologic or lunar.")] = "hologic",
) -> None:
    """Read one patient's files, and write a case file.

    DXA and laboratory values come from both kinds of file; the drugs that she takes, an earlier
    fracture and breast cancer from FHIR. What is not certain is passed over and told. Wrong units,
    impossible values and a second patient are refused, with the path of the fault.
    """
    from osteon.interchange.clinic.case_file import case_text, merged
    from osteon.language.times import CalendarDate

    if out is not None:
        check_file(str(out), "--out")
        if out.exists():
            raise InputError(f"--out: {out} is there already; name a new file")
    day = None if start is None else CalendarDate().read(start)
    record = merged([_record(file) for file in files])
    names = [file.name for file in files]
    text, notes = case_text(record, names, day, menopause_age, scanner)
    told = screen(errors=True)
    for note in notes:
        told.print(f"osteon: {note}", soft_wrap=True)
    if out is None:
        typer.echo(text, nl=False)
        return
    write_whole([text], out)
    told.print(f"Written: {out}\nTry next: osteon simulate {out}", soft_wrap=True)


def _record(file: Path) -> Record:
    """Return what one file says, by its ending."""
    if file.suffix.lower() == ".csv":
        from osteon.interchange.clinic.table import read_table

        return read_table(file)
    if file.suffix.lower() == ".json":
        from osteon.interchange.clinic.bundle import read_bundle

        return read_bundle(file)
    raise InputError("the ending says nothing; name a .json or a .csv file", source=str(file))
