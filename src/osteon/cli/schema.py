"""`osteon schema`: the JSON schema of case and trial files, for an editor."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    kind: Annotated[str, typer.Argument(metavar="case|trial", help="Which kind of file.")],
) -> None:
    """Print the JSON schema of case or trial files."""
    print(schema_text(kind), end="")


def schema_text(kind: str) -> str:
    """Return the JSON schema of a kind of file as text.

    Raises
    ------
    UnknownNameError
        If there is no such kind of file.
    """
    import json

    from osteon.language import schema as schema_of

    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"
