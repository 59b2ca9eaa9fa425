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

from osteon.model.explain import explain as in_words
from osteon.reports.academic_page import equations_and_parameters, outline
from osteon.reports.attribution_table import attribution_table
from osteon.reports.chain_table import chain_table
from osteon.reports.doubt import what_is_uncertain
from osteon.reports.explanation import Explanation
from osteon.reports.link import Part
from osteon.reports.outcome import outcome
from osteon.reports.plain_page import plain_story
from osteon.reports.setting import Setting
from osteon.reports.wording import legend, month_in_words, name_of, plain_name, sentence_of
from osteon.strategies.in_words import listed
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.readouts import BMD


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
    title.append(f"   {month_in_words(setting.month)}, {_where(explanation)}", style="")
    yield title
    if setting.versus is not None:
        yield Text(f"compared with {setting.versus}", style="dim")
    for phrase in explanation.doing:
        yield Padding(Text(phrase), (0, 0, 0, 2), expand=False)
    yield Text("")
    yield from outcome(explanation, plain=depth is Depth.FUNDAMENTALS)
    if setting.doses_worn_off:
        yield Text("")
        yield Text(_day_before_a_dose(setting))
    changed = any(link.part is Part.CHAIN for link in chain.links[:-1])
    if not changed:
        yield Text("")
        yield Text("The strategy changes nothing here: there is no chain to tell.")
    elif not (chain.goes_on or setting.under_a_course):
        yield Text("")
        yield Text("What was done has ended; this is what remains of it.")
    if changed and depth is Depth.FUNDAMENTALS:
        yield from plain_story(explanation)
    elif changed:
        everything = depth is Depth.ACADEMIC
        name = name_of(setting.model, explanation.target)
        yield _heading(f"From what is done to {'bone' if _of_bmd(explanation) else name}")
        yield chain_table(explanation, everything=everything)
        links = chain.part(Part.CHAIN)
        yield from what_is_uncertain(links, links)
    if explanation.attribution.parts:
        named = plain_name if depth is Depth.FUNDAMENTALS else name_of
        name = named(setting.model, explanation.target)
        yield _heading(f"What each part contributes to the change of {name}")
        yield attribution_table(explanation, years=depth is Depth.ACADEMIC)
    if depth is Depth.ACADEMIC and changed:
        yield _heading("Mechanisms, equations and parameters, in the order of the chain")
        yield from equations_and_parameters(explanation)
    if depth is not Depth.FUNDAMENTALS and not _of_bmd(explanation):
        yield _heading("About this quantity")
        text = in_words(setting.model, str(explanation.target), setting.evaluation(), setting.layer)
        yield outline(text)
    yield Text("")
    if depth is not Depth.FUNDAMENTALS:
        yield Text("Grades: " + legend(set(Grade)) + ".", style="dim")
    for note in explanation.notes:
        yield Text("Note: ", style="yellow").append(f"{note}.", style="none")


def _day_before_a_dose(setting: Setting) -> str:
    drugs = listed([drug.replace("_", " ") for drug in setting.doses_worn_off])
    return (
        f"This is {month_in_words(setting.month)}, just before a next dose of {drugs} would be "
        "due, when the effect of the last one is smallest; another month shows more of it."
    )


def _of_bmd(explanation: Explanation) -> bool:
    return explanation.quantity == BMD.name


def _where(explanation: Explanation) -> str:
    if _of_bmd(explanation):
        return explanation.site.label
    name = name_of(explanation.setting.model, explanation.target)
    return f"{name}, {explanation.site.label}" if explanation.target.site else name


def _heading(words: str) -> RenderableType:
    return Group(Text(""), Text(sentence_of(words), style="bold"))
