"""The options that several commands share, each worded once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CaseFile = Annotated[
    Path,
    typer.Argument(
        metavar="CASE", help="A case file: one person, some strategies; - for standard input."
    ),
]
Json = Annotated[
    str | None,
    typer.Option(
        "--json",
        metavar="FILE",
        help="Write the same content for a program; - for standard output.",
        show_default=False,
    ),
]
Members = Annotated[
    int,
    typer.Option(min=2, max=5_000, help="Possible versions of the person to simulate."),
]
Seed = Annotated[
    int, typer.Option(min=0, max=2**31 - 1, help="Draws them; the same seed, the same forecast.")
]
Followed = Annotated[
    str | None,
    typer.Option(
        metavar="STRATEGY",
        help="The strategy under which the measurements of the case were made; else its first.",
        show_default=False,
    ),
]
Refine = Annotated[
    bool,
    typer.Option(
        "--refine",
        help="Draw new members where the measurements leave few with any say (some seconds).",
    ),
]
