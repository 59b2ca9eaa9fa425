"""What an editor needs to help with a file while it is written (JSON schema)."""

from __future__ import annotations

from typing import Any

from osteon.errors import UnknownNameError
from osteon.language.case import Case
from osteon.language.trial import Trial

_FILES = {"case": Case, "trial": Trial}


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON schema of a kind of file, 'case' or 'trial'.

    Raises
    ------
    UnknownNameError
        If there is no such kind of file.
    """
    if kind not in _FILES:
        raise UnknownNameError.of("kind of file", kind, _FILES)
    return _FILES[kind].model_json_schema(by_alias=True)
