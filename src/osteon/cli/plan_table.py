"""A plan on the screen: the front, what it asks for, what was left out, and what guidelines say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from osteon.cli.look import CARE, QUIET, plain_table, print_remarks, print_table, signed
from osteon.vocabulary.span import span_in_words

if TYPE_CHECKING:
    from rich.console import Console

    from osteon.planning.proposal import Front, Proposal


def print_plan(console: Console, front: Front) -> None:
    """Print a plan."""
    years = span_in_words(12.0 * front.years)
    when = f" from month {front.begins:g}" if front.begins else ""
    console.print()
    console.print(Text(f"Strategies over {years}{when}", style="bold"))
    console.print(Text("Goes on in all: " + "; ".join(front.goes_on or ("nothing",)) + "."))
    console.print()
    if len(front):
        fractures = f"major osteoporotic fracture in {years}, %; " if _told(front) else ""
        console.print(Text(f"  {fractures}T-scores then; burden", style=QUIET))
        print_table(console, _table(front))
    _print_cautions(console, front)
    _print_excluded(console, front)
    _print_guidelines(console, front)
    print_remarks(console, _key(front, years), front.notes)


def _told(front: Front) -> bool:
    return any(one.major_osteoporotic is not None for one in front)


def _key(front: Front, years: str) -> str:
    """Return how the table is to be read."""
    fracture = (
        "fracture: probability in percent of a major osteoporotic fracture within "
        f"{years}; mean and median of all simulated versions of this person, and the mean of the "
        "tenth with the most. "
    )
    ranks = "# ranks by the mean, #w by the worst tenth"
    told = _told(front)
    return (
        f"{fracture if told else ''}T-scores then, medians. hours: burden, hours a year by stated "
        f"weights. {ranks if told else '# ranks by the T-scores'}. No strategy shown beats another "
        f"in everything; {front.considered:,} combinations, {front.how}."
    )


def _table(front: Front) -> Table:
    table = plain_table("#")
    fractures = ("#w", "mean", "median", "worst tenth") if _told(front) else ()
    for title in (*fractures, "spine", "hip", "hours"):
        table.add_column(title, justify="right", no_wrap=title != "worst tenth", max_width=6)
    table.add_column("what is begun", overflow="fold")
    for one in front:
        table.add_row(
            str(one.rank_expected),
            *_fracture(one),
            *(signed(score.median) for score in one.t_score.values()),
            f"{one.burden:.0f}",
            _begun(one),
        )
    return table


def _fracture(one: Proposal) -> tuple[str, ...]:
    found = one.major_osteoporotic
    if found is None:
        return ()
    shares = (found.expected, found.median, found.worst_tenth)
    return (str(one.rank_worst_tenth), *map(_percent, shares))


def _begun(one: Proposal) -> Text:
    if not one.begins:
        return Text("nothing", style=QUIET)
    return Text("\n").join(Text(phrase) for phrase in one.begins)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _print_cautions(console: Console, front: Front) -> None:
    """Print what is to be seen to, each once, with the strategies it belongs to."""
    found: dict[str, tuple[str, list[int]]] = {}
    for one in front:
        for answer in one.cautions:
            found.setdefault(answer.rule.name, (answer.reason, []))[1].append(one.rank_expected)
    lines = [
        (name, Text(f"{reason} ").append(f"({_listed(rows, len(front))})", style=QUIET))
        for name, (reason, rows) in found.items()
    ]
    _print_lines(console, "Needs attention", lines)


def _print_excluded(console: Console, front: Front) -> None:
    lines = [
        (
            one.rule or "asked",
            Text()
            .append(f"{one.what}: ", style=CARE)
            .append(f"{one.reason} ")
            .append(one.source, style=QUIET),
        )
        for one in front.excluded
    ]
    _print_lines(console, "Left out", lines)


def _print_guidelines(console: Console, front: Front) -> None:
    lines = []
    for trigger in front.triggers:
        guideline = trigger.guideline
        text = Text().append(f"{trigger.answer}. ", style="bold" if trigger.met else "")
        if trigger.applies:
            text.append(f"{guideline.says} ")
        source = f"doi:{guideline.doi}" if guideline.doi else guideline.read
        seen = f"seen {guideline.verified_on}" if guideline.verified_on else "not seen in print"
        lines.append((guideline.name, text.append(f"{source}; {seen}", style=QUIET)))
    _print_lines(console, "What guidelines say, each for itself", lines)


def _print_lines(console: Console, title: str, lines: list[tuple[str, Text]]) -> None:
    if not lines:
        return
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, text in lines:
        grid.add_row(name, text)
    console.print()
    console.print(Text(title, style="bold"))
    console.print(Padding(grid, (0, 0, 0, 2), expand=False))


def _listed(rows: list[int], of: int) -> str:
    return "all" if len(rows) == of else f"#{', '.join(map(str, rows))}"
