"""Signs of the literature beside what the model shows: what is missed, or all, and the count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from osteon.cli.look import CARE, GAIN, LOSS, QUIET, plain_table, print_remarks, print_table, signed
from osteon.validation.expectation import Expected

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.validation.signs import Verdict


def print_signs(console: Console, verdicts: Sequence[Verdict], every: bool = False) -> None:
    """Print the missed signs of each topic and why, and which files are out of date.

    Parameters
    ----------
    every:
        Whether the signs that are met are printed, too.
    """
    for topic in dict.fromkeys(one.topic for one in verdicts):
        _print_topic(console, topic, [one for one in verdicts if one.topic == topic], every)
    met = sum(one.met for one in verdicts)
    console.print()
    console.print(Text(f"{met} of {len(verdicts)} signs met", style="bold"))
    for words, names in (
        ("Met, though their files call them known misses", mended(verdicts)),
        ("Not met, and not known in their files", unknown(verdicts)),
    ):
        if names:
            console.print(Text(f"{words}: ", style=CARE).append(", ".join(names), style="none"))
    print_remarks(
        console,
        "Seen: the numbers that are compared, in percent; a change since month 0 or the month "
        "said, the difference of two changes, or fractures and falls (in 100 people, or more than "
        "in the other arm).",
    )


def mended(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the signs that are met although their files call them known misses."""
    return [one.sign.name for one in verdicts if one.met and one.sign.known_miss]


def unknown(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the signs that are not met, and of which their files say nothing."""
    return [one.sign.name for one in verdicts if not one.met and not one.sign.known_miss]


def signs_content(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return every sign as JSON has it."""
    return {"signs": [_content(one) for one in verdicts]}


def _content(one: Verdict) -> dict[str, Any]:
    sign = one.sign
    return {
        "topic": one.topic,
        "name": sign.name,
        "claim": sign.claim,
        "source": sign.source,
        "grade": str(sign.grade),
        "expected": Expected().write(sign.expect),
        "seen": list(one.numbers),
        "met": one.met,
        "known_miss": sign.known_miss,
        "problem": one.problem,
    }


def _print_topic(console: Console, topic: str, verdicts: Sequence[Verdict], every: bool) -> None:
    console.print()
    count = f"  {sum(one.met for one in verdicts)} of {len(verdicts)} met"
    console.print(Text(topic, style="bold").append(count, style=f"not bold {QUIET}"))
    shown = [one for one in verdicts if every or not one.met]
    if not shown:
        return
    table = plain_table("sign")
    table.add_column("expected", overflow="fold")
    table.add_column("seen", justify="right", overflow="fold")
    table.add_column("", no_wrap=True)
    for one in shown:
        sign = one.sign
        claim = Text(f"{sign.claim} ").append(f"{sign.name}, grade {sign.grade}", style=QUIET)
        numbers = ", ".join(signed(number) for number in one.numbers)
        seen = Text("none", style=CARE) if one.problem else Text(numbers)
        verdict = Text("met", style=GAIN) if one.met else Text("not met", style=LOSS)
        table.add_row(claim, Expected().write(sign.expect), seen, verdict)
    print_table(console, table)
    for one in shown:
        reason = one.problem or (None if one.met else one.sign.known_miss)
        if reason:
            console.print(Text(f"  {one.sign.name}: ", style=LOSS).append(reason, style="none"))
