"""The explanation on a screen, at three depths: who, what came of it, why, and how sure.

fundamentals   short plain sentences, round numbers, no symbols
intermediate   link by link, with numbers, causes, grades and sources
academic       adds equations, folds, and every parameter with its origin and uncertainty
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from osteon.people.measurement_error import least_significant_change
from osteon.reports.academic_page import equations_and_parameters
from osteon.reports.attribution_table import attribution_table
from osteon.reports.chain_table import chain_table
from osteon.reports.explanation import Explanation
from osteon.reports.link import Part
from osteon.reports.plain_page import plain_story, what_is_uncertain
from osteon.reports.wording import legend, month_in_words, percent, sentence_of
from osteon.vocabulary.grade import Grade


class Depth(StrEnum):
    """How deep an explanation goes."""

    FUNDAMENTALS = "fundamentals"
    INTERMEDIATE = "intermediate"
    ACADEMIC = "academic"


def page(explanation: Explanation, depth: Depth) -> RenderableType:
    """Return the page at a depth, ready to be printed."""
    return Group(*_blocks(explanation, depth))


def _blocks(explanation: Explanation, depth: Depth) -> Iterator[RenderableType]:
    setting, chain = explanation.setting, explanation.chain
    yield Text("")
    title = Text(setting.strategy, style="bold")
    title.append(f"   {month_in_words(setting.month)}, {explanation.site.label}", style="")
    yield title
    for phrase in explanation.doing:
        yield Padding(Text(phrase), (0, 0, 0, 2), expand=False)
    yield Text("")
    yield from _outcome(explanation)
    changed = any(link.part is Part.CHAIN for link in chain.links[:-1])
    if not changed:
        yield Text("")
        yield Text("Nothing differs from what is usual: there is no chain to tell.")
    elif not (chain.goes_on or setting.under_a_course):
        yield Text("")
        yield Text("What was done has ended; this is what remains of it.")
    if changed and depth is Depth.FUNDAMENTALS:
        yield from plain_story(explanation)
    elif changed:
        everything = depth is Depth.ACADEMIC
        yield _heading("From what is done to bone")
        yield chain_table(explanation, everything=everything)
        yield from what_is_uncertain(explanation)
    if explanation.attribution.parts:
        yield _heading("What each part contributes to the change of BMD")
        yield attribution_table(explanation, years=depth is Depth.ACADEMIC)
    if depth is Depth.ACADEMIC and changed:
        yield _heading("Mechanisms, equations and parameters, in the order of the chain")
        yield from equations_and_parameters(explanation)
    yield Text("")
    if depth is not Depth.FUNDAMENTALS:
        yield Text("Grades: " + legend(set(Grade)) + ".", style="dim")
    for note in explanation.notes:
        yield Text("Note: ", style="yellow").append(f"{note}.", style="none")


def _outcome(explanation: Explanation) -> Iterator[RenderableType]:
    outcome, site = explanation.chain.outcome, explanation.site
    change, effect = outcome.change_percent or 0.0, outcome.effect_percent or 0.0
    words = Text("BMD ")
    words.append(f"{outcome.value_month_0:.3f} → {outcome.value_now:.3f} {outcome.quantity.unit} ")
    words.append(f"({percent(change)})", style="bold red" if change < 0 else "bold green")
    words.append(
        f". Doing only what is usual it would be {outcome.value_usual:.3f}: the strategy's own "
        f"effect is {percent(effect)}."
    )
    scanner = explanation.setting.case.person.scanner
    least = least_significant_change(f"bmd_{site}", scanner)
    if least is not None:
        seen = abs(change) >= least
        words.append(
            f" Two scans {'could' if seen else 'could not'} tell the change since month 0 from "
            f"none (that takes {least:.1f} %)."
        )
    yield words


def _heading(words: str) -> RenderableType:
    return Group(Text(""), Text(sentence_of(words), style="bold"))
