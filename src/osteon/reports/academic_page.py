"""The mechanisms of a chain in full: equations, folds now, parameters and their origins."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from osteon.mechanism import Mechanism
from osteon.model.explain import account_of, parameter_lines
from osteon.model.influences import Equation
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link, Part
from osteon.reports.setting import Setting, last
from osteon.reports.wording import name_of, number


def equations_and_parameters(explanation: Explanation) -> Iterator[RenderableType]:
    """Yield each mechanism of the chain once, where it first acts."""
    setting = explanation.setting
    found: dict[str, tuple[Mechanism, list[tuple[Link, Equation]]]] = {}
    for link in explanation.chain.part(Part.CHAIN):
        for equation in link.equations:
            mechanism = equation.mechanism
            found.setdefault(mechanism.name, (mechanism, []))[1].append((link, equation))
    for mechanism, moved in found.values():
        yield Text("")
        yield from _mechanism(setting, mechanism, moved)


def outline(text: str) -> RenderableType:
    """Return indented text whose long lines hang below their own beginning."""
    lines: list[RenderableType] = []
    for line in text.splitlines():
        words = line.lstrip() or " "
        lines.append(Padding(Text(words), (0, 0, 0, max(0, len(line) - len(words))), expand=False))
    return Group(*lines)


def _mechanism(
    setting: Setting, mechanism: Mechanism, moved: list[tuple[Link, Equation]]
) -> Iterator[RenderableType]:
    account = account_of(mechanism)
    title = Text(mechanism.name, style="bold")
    title.append(f"   grade {mechanism.grade}: {mechanism.grade.meaning}", style="not bold dim")
    yield title
    yield outline("\n".join([f"  {account.summary}", *(f"    {one}" for one in account.equations)]))
    if account.remarks:
        yield Padding(Text(account.remarks, style="dim"), (0, 0, 0, 2), expand=False)
    for link, equation in moved:
        if equation.kind == "folds":
            yield outline(f"  {_fold(setting, link, equation)}")
    columns = {
        column: setting.parameter(column) for _, equation in moved for column in equation.columns
    }
    yield outline("\n".join(parameter_lines(setting.model, columns, setting.layer)))


def _fold(setting: Setting, link: Link, equation: Equation) -> str:
    """Return the fold of a mechanism on a flux, now and as usual."""
    now = equation.value(lambda key: last(setting.treated, key), setting.parameter)
    usual = equation.value(lambda key: last(setting.usual, key), setting.parameter)
    name = name_of(link.model, link.key)
    return f"fold on {name}: {number(now)}   (as usual {number(usual)})"
