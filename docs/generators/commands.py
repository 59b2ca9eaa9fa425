"""The page about the commands: typer's own help, command by command."""

from __future__ import annotations

import html
from collections.abc import Iterator
from enum import Enum
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
    return _HEAD + "".join(_section(name, command) for name, command in _all(found))


def command_names() -> tuple[str, ...]:
    """Return the names of the commands that are there, those within another with both."""
    found: Any = typer.main.get_command(application())
    return tuple(name for name, _ in _all(found))


def _all(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its whole name, those within another after it."""
    for name, command in group.commands.items():
        yield before + name, command
        if hasattr(command, "commands"):
            yield from _all(command, f"{before}{name} ")


def _section(name: str, command: Any) -> str:
    shown = [one for one in command.params if one.name != "help"]
    usage = " ".join(["osteon", name, *(_argument(one) for one in shown if not _option(one))])
    usage += " COMMAND" if hasattr(command, "commands") else " [OPTIONS]"
    rows = [(_code(_written(one)), f"{one.help or ''}{_default(one)}") for one in shown]
    lines = [
        f"\n## osteon {name}\n",
        command.help or "",
        "",
        "```text",
        usage,
        "```",
    ]
    return "\n".join([*lines, "", *(table(("Write", "What it does"), rows) if rows else ())])


def _code(text: str) -> str:
    """Return text as code in a cell, where a stroke between choices would end the cell."""
    return f"<code>{html.escape(text).replace('|', '&#124;')}</code>"


def _option(parameter: Any) -> bool:
    return bool(parameter.opts[0].startswith("-"))


def _argument(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _written(parameter: Any) -> str:
    if not _option(parameter):
        return _argument(parameter)
    names = ", ".join(parameter.opts)
    return f"{names} {parameter.metavar or _kind(parameter)}".strip()


def _kind(parameter: Any) -> str:
    """Return what stands after an option that does not name it: a number, a choice, a text."""
    kind = parameter.type_descriptor.annotation
    if parameter.is_flag:
        return ""
    if issubclass(kind, Enum):
        return "|".join(one.value for one in kind)
    return "NUMBER" if issubclass(kind, int | float) else "TEXT"


def _default(parameter: Any) -> str:
    value = parameter.default
    known = _option(parameter) and value not in (None, False, ()) and not callable(value)
    return f" Left out: {value}." if known else ""
