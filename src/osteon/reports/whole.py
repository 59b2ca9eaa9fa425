"""Write a report whole or not at all, also where two are written to one place at once."""

from __future__ import annotations

import secrets
from pathlib import Path

from osteon.errors import InputError


def write_whole(content: bytes, target: Path) -> None:
    """Put a report in its place in one move.

    Raises
    ------
    InputError
        If it cannot be written; nothing is left of it.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with part.open("xb") as stream:
            stream.write(content)
        part.replace(target)
    except OSError as fault:
        part.unlink(missing_ok=True)
        reason = (fault.strerror or str(fault)).lower()
        message = f"the report '{target}' cannot be written ({reason}); name another place"
        raise InputError(message) from fault
