"""All commands put together, and what becomes of whatever goes wrong in them.

status 0   done
status 1   the work failed: a solve, a write
status 2   the input was wrong: a file, a quantity, an option
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Annotated

import typer

from osteon import __version__
from osteon.cli.screen import complain
from osteon.errors import InputError, OsteonError

COMMANDS = (
    "simulate", "compare", "explain", "report", "plan", "case", "trial", "run", "sensitivity",
    "validate", "read", "export", "beside", "serve", "schema",
)  # fmt: skip

_INTERRUPTED = 130  # what typer makes of Ctrl-C
_CUT_SHORT = "what was to be said is not complete: make room, or send it elsewhere"


def run(words: list[str]) -> int:
    """Run a command line and return its exit status; what goes wrong is one message on stderr."""
    asked = COMMANDS if not words or words[0] not in COMMANDS else (words[0],)
    command = typer.main.get_command(application(asked))
    try:
        status = command.main(words or ["--help"], prog_name="osteon", standalone_mode=False)
    except InputError as fault:
        complain(str(fault))
        return 2
    except OsteonError as fault:
        complain(str(fault))
        return 1
    except typer.TyperException as fault:
        complain(_with_advice(fault))
        return fault.exit_code
    except (typer.Abort, KeyboardInterrupt):
        status = _INTERRUPTED
    except MemoryError:
        complain("there is not enough memory for this; ask for fewer members")
        return 1
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        complain(f"{fault.filename}: {reason}" if fault.filename else f"{reason}; {_CUT_SHORT}")
        return 1
    if status == _INTERRUPTED:
        complain("stopped; nothing was written")
        return 1
    return status if isinstance(status, int) else 0


def _with_advice(fault: typer.TyperException) -> str:
    """Return what is wrong with a command line, and where it says what may be written."""
    context = getattr(fault, "ctx", None)
    asked = context.command_path if context is not None else "osteon"
    said = fault.format_message().replace("Value error, ", "").rstrip(".")
    return f"{said}; '{asked} --help' says what can be asked"


def application(commands: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the application with some of its commands: what is not asked is not loaded."""
    app = typer.Typer(
        name="osteon",
        help="Bone remodeling in silico: what drugs, diet and training do to bone density, "
        "turnover markers and fractures.",
        epilog="For research, teaching and the design of studies; not a medical device.",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_options)
    for name in commands:
        command = getattr(importlib.import_module(f"osteon.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"osteon {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    pass
