"""Where the password of a studio for others comes from: a file, the environment, or a question.

Never from the command line, which other people on a machine can read.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import typer

from osteon.errors import InputError

VARIABLE: Final = "OSTEON_PASSWORD"
_OTHERS_CAN_READ: Final = 0o004


def password_from(file: Path | None) -> str:
    """Return the password: from a file if one is named, else the environment, else asked for.

    Raises
    ------
    InputError
        If there is none, or everyone on this machine can read its file.
    """
    if file is not None:
        return _in_file(file)
    if secret := os.environ.get(VARIABLE):
        return secret
    if not sys.stdin.isatty():
        raise InputError(
            f"--host lets others in and needs a password: put it into ${VARIABLE}, name a file "
            "with --password-file, or start this at a terminal to be asked for it"
        )
    asked: str = typer.prompt(
        "Password for the studio", hide_input=True, confirmation_prompt=True, err=True
    )
    return asked


def _in_file(file: Path) -> str:
    if not file.is_file():
        raise InputError(f"--password-file: there is no file {file}")
    if file.stat().st_mode & _OTHERS_CAN_READ:
        raise InputError(
            f"--password-file: everyone on this machine can read {file}; chmod 600 {file}"
        )
    return file.read_text("utf-8").strip("\r\n")
