"""`osteon case export` and `import`: one case as a case file, or everything that is kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from osteon.cli.case.opening import Encrypted, StoreFile, opened
from osteon.cli.writing import STANDARD_OUTPUT, check_file, write_whole
from osteon.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osteon.language import Case

Out = Annotated[
    str | None,
    typer.Option(
        "--out", metavar="FILE", help="Where to; else standard output.", show_default=False
    ),
]


def export(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One case.", show_default=False)
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All cases, with their forecasts.")
    ] = False,
    out: Out = None,
    store: StoreFile = None,
) -> None:
    """Write one case as a case file, or all of them as lines of JSON.

    What is written is not encrypted.
    """
    if (name is None) != everything:
        raise InputError("name one case, or write --all")
    check_file(out, "--out")
    with opened(store) as cases:
        _write(cases.export() if name is None else [case_file(cases.case(name))], out)


def take_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What 'export --all' wrote.")],
    store: StoreFile = None,
    encrypted: Encrypted = False,
) -> None:
    """Take in all cases of an export, or none."""
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise InputError("this is no text (UTF-8)", source=str(file)) from fault
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise InputError(f"the file cannot be read: {reason}", source=str(file)) from fault
    if not text:
        raise InputError("the file is empty", source=str(file))
    with opened(store, encrypted=encrypted) as cases:
        names = cases.restore(text.removesuffix("\n").split("\n"), str(file))
    print(f"Taken in: {', '.join(names) or 'no case'}")


def case_file(case: Case) -> str:
    """Return a case as the text of a case file."""
    import yaml

    return yaml.safe_dump(case.words(), sort_keys=False, allow_unicode=True, width=100)


def _write(lines: Iterable[str], out: str | None) -> None:
    """Write to a file that only this user may read, whole or not at all."""
    if out in (None, STANDARD_OUTPUT):
        sys.stdout.writelines(lines)
        return
    write_whole(lines, Path(out), private=True)
    print(f"Written: {out}", file=sys.stderr)
