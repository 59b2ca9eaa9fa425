"""The command line: one file a command, light until a command computes."""

from __future__ import annotations

_GARBAGE = 100_000
"""How many new objects make Python look for garbage: there is little while a command starts."""


def main() -> None:
    """Run the command line and leave with its status: 0 done, 1 failed, 2 wrong input."""
    import gc
    import sys

    gc.set_threshold(_GARBAGE)
    from osteon.cli.app import run

    sys.exit(run(sys.argv[1:]))
