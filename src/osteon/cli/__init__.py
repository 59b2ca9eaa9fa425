"""The command line: one file a command, light until a command computes."""

from __future__ import annotations

_GARBAGE = 1_000_000
"""How many new objects make Python look for garbage: there is little while a command starts."""
_NO_PLUGINS = {"PYDANTIC_DISABLE_PLUGINS": "__all__"}
"""None is used here, and looking for one reads the metadata of every package installed."""


def main() -> None:
    """Run the command line and leave with its status: 0 done, 1 failed, 2 wrong input."""
    import gc
    import os
    import sys

    gc.set_threshold(_GARBAGE)
    os.environ.update(_NO_PLUGINS)
    from osteon.cli.app import run

    status = run(sys.argv[1:])
    gc.freeze()  # Python looks through everything once more before it ends, which takes 0.1 s
    sys.exit(status)
