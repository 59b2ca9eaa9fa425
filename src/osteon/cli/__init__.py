"""The command line: one file a command, light until a command computes."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its status: 0 done, 1 failed, 2 wrong input."""
    import sys

    from osteon.cli.app import run

    sys.exit(run(sys.argv[1:]))
