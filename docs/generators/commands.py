"""The page about the commands: typer's own help, command by command."""

from __future__ import annotations

from typing import Any

import typer

from osteon.cli.app import application
from osteon.reports.mechanism_page.markdown import table

_HEAD = """# Commands

Made from the commands' own help (`osteon COMMAND --help`). Every result goes to standard output,
all else to standard error. Exit status: 0 done, 1 the work failed, 2 the input was wrong.
"""


def commands_page() -> str:
    """Return one page with every command, its arguments and its options."""
    found: Any = typer.main.get_command(application())
    return _HEAD + "".join(_section(name, command) for name, command in found.commands.items())


def command_names() -> tuple[str, ...]:
    """Return the names of the commands that are there."""
    found: Any = typer.main.get_command(application())
    return tuple(found.commands)


def _section(name: str, command: Any) -> str:
    shown = [one for one in command.params if one.name != "help"]
    usage = " ".join(["osteon", name, *(_argument(one) for one in shown if not _option(one))])
    rows = [(f"`{_written(one)}`", f"{one.help or ''}{_default(one)}") for one in shown]
    lines = [
        f"\n## osteon {name}\n",
        command.help or "",
        "",
        "```text",
        f"{usage} [OPTIONS]",
        "```",
    ]
    return "\n".join([*lines, "", *table(("Write", "What it does"), rows)])


def _option(parameter: Any) -> bool:
    return bool(parameter.opts[0].startswith("-"))


def _argument(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _written(parameter: Any) -> str:
    if not _option(parameter):
        return _argument(parameter)
    names = ", ".join(parameter.opts)
    kind = parameter.metavar or ("" if getattr(parameter, "is_flag", False) else "NUMBER")
    return f"{names} {kind}".strip()


def _default(parameter: Any) -> str:
    value = parameter.default
    known = _option(parameter) and value not in (None, False, ()) and not callable(value)
    return f" Left out: {value}." if known else ""
