"""Open the store that the commands of `osteon case` work on; a passphrase never stands in one.

The passphrase of an encrypted store comes from $OSTEON_PASSPHRASE, or is asked for at the terminal.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from osteon.cases.location import PASSPHRASE
from osteon.errors import InputError

if TYPE_CHECKING:
    from osteon.cases.store import Store

CaseName = Annotated[str, typer.Argument(metavar="NAME", help="Under which it is kept.")]
StoreFile = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        help="The store; else $OSTEON_CASES, or a file in your data folder.",
        show_default=False,
    ),
]
Encrypted = Annotated[
    bool,
    typer.Option(
        "--encrypted",
        help=f"Make a new store that a passphrase opens (from ${PASSPHRASE}, or asked for).",
    ),
]


def opened(store: Path | None, *, encrypted: bool = False) -> Store:
    """Return the store, made if it is not there.

    Raises
    ------
    InputError
        If a passphrase is needed and there is nobody to ask.
    StoreError
        If the file cannot be used.
    """
    from osteon.cases.location import is_new, is_plain, store_file
    from osteon.cases.store import Store

    path = store or store_file()
    if path.is_dir():
        raise InputError(f"{path} is a folder; name a file in it")
    new = is_new(path)
    if encrypted and not new and is_plain(path):
        raise InputError(
            f"{path} is there already and is not encrypted; name a new one with --store, and move "
            "the cases with 'osteon case export --all' and 'osteon case import'"
        )
    wanted = encrypted if new else not is_plain(path)
    return Store.open(path, passphrase=_passphrase(path, new=new) if wanted else None)


def _passphrase(path: Path, *, new: bool) -> str:
    given = os.environ.get(PASSPHRASE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise InputError(
            f"{path}: the store is encrypted, or damaged; set ${PASSPHRASE}, or run this at a "
            "terminal to be asked for the passphrase"
        )
    asked: str = typer.prompt(
        f"Passphrase of {path}", hide_input=True, confirmation_prompt=new, err=True
    )
    return asked
