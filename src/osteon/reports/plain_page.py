"""The chain for a reader without any training: short sentences, round numbers, no symbols."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from osteon.interventions.drug import Drug
from osteon.model.roster import Key
from osteon.reports.explanation import Explanation
from osteon.reports.link import Link, Part
from osteon.reports.rows import Row, rows_of
from osteon.reports.wording import name_of, percent, plain_sentences, roughly, sentence_of
from osteon.strategies.in_words import listed
from osteon.vocabulary.grade import Grade

_LANDMARK = 0.15
_SUMMARY = 0.05
_MOVED = 0.003
_MOSTLY, _HARDLY_ELSE = 0.5, 0.9
_WORTH_SAYING, _NEXT_TO_NOTHING = 0.25, 0.04


def plain_story(explanation: Explanation) -> Iterator[RenderableType]:
    """Yield the main steps in order, and what is uncertain about them."""
    links = {link.key: link for link in explanation.chain.links}
    rows = [row for row in rows_of(explanation.chain, everything=False) if _is_landmark(row.link)]
    yield Text("")
    setting = explanation.setting
    same = "the same person doing only what is usual"
    same = same if setting.versus is None else f"the same person under '{setting.versus}'"
    yield Text(f"What happens, compared with {same}:")
    yield Text("")
    steps = Table.grid(padding=(0, 1))
    steps.add_column(justify="right", width=3)
    steps.add_column()
    for place, row in enumerate(rows, 1):
        step = f"{_event(row)}{_because(row, links)}."
        steps.add_row(f"{place}.", f"{step}{_without(explanation, row.link)}")
    yield steps
    uncertain = list(what_is_uncertain(explanation))
    yield from [Text(""), *uncertain] if uncertain else ()


def what_is_uncertain(explanation: Explanation) -> Iterator[RenderableType]:
    """Yield the links without trials behind them, and what is said about diet and exercise."""
    links = explanation.chain.part(Part.CHAIN)
    for grade in (Grade.C, Grade.D):
        weak = [name_of(link.model, link.key) for link in links if link.grade is grade]
        if weak:
            rest = "rests" if len(weak) == 1 else "rest"
            yield Text(f"Less certain: {listed(weak)} {rest} on {grade.meaning} (grade {grade}).")
    for remark in _about_lifestyle(links):
        yield Text(remark)


def _is_landmark(link: Link) -> bool:
    """Return whether much of the effect passes through a link, or it moves where all can see it."""
    if link.fold is None or not link.causes:
        return False
    computed = link.key.name in link.model.roster.definer
    weighs = link.weight > (_SUMMARY if computed else _LANDMARK)
    return link.striking or (weighs and abs(link.fold - 1.0) > _MOVED)


def _without(explanation: Explanation, link: Link) -> str:
    """Return what would be left of the effect if this one step did not happen."""
    left, whole = explanation.without(link), explanation.effect
    if left is None or not explanation.in_percent or abs(whole - left) < _WORTH_SAYING * abs(whole):
        return ""
    name = name_of(link.model, explanation.target)
    if abs(left) < _NEXT_TO_NOTHING * abs(whole):
        return f" Without this step {name} would not change."
    return f" Without this step: {name} {percent(left)} instead of {percent(whole)}."


def _event(row: Row) -> str:
    link = row.link
    meaning = link.quantity.meaning.rstrip(".")
    for aside in (", relative to", "; not "):
        meaning = meaning.partition(aside)[0]
    if meaning.partition(" ")[0][1:].islower():
        meaning = meaning[0].lower() + meaning[1:]
    name = name_of(link.model, link.key)
    says_more = meaning.split()[0].casefold() != name.split()[0].casefold()
    aside = f" ({meaning})" if says_more else ""
    return f"{sentence_of(name)}{aside} {roughly(link.fold or 0.0, several=link.several)}"


def _because(row: Row, links: Mapping[Key, Link]) -> str:
    first = row.pushes[0]
    if abs(first.share) < _MOSTLY:
        return ", for several reasons"
    only = "" if abs(first.share) >= _HARDLY_ELSE else " mostly"
    model, cause = row.link.model, links.get(first.quantity)
    name = name_of(model, first.quantity)
    if cause is None or isinstance(model.roster.owner.get(first.quantity.name), Drug):
        return f",{only} because of {name}"
    more = cause.value_now > cause.value_usual
    if cause.several:
        return f",{only} because there are {'more' if more else 'fewer'} {name}"
    return f",{only} because {name} is {'higher' if more else 'lower'}"


def _about_lifestyle(links: tuple[Link, ...]) -> Iterator[str]:
    """Yield what the mechanisms say that answer to diet or exercise within two steps."""
    done = {link.key for link in links if not link.causes and not isinstance(link.mechanism, Drug)}
    near = set(done)
    for _ in range(2):
        near |= {
            link.key for link in links if any(cause.quantity in near for cause in link.main_causes)
        }
    mechanisms = {
        link.mechanism.name: link.mechanism
        for link in links
        if link.key in near - done and not isinstance(link.mechanism, Drug)
    }
    for name, mechanism in mechanisms.items():
        if kept := plain_sentences(mechanism):
            yield f"{sentence_of(name.replace('_', ' '))}: {kept}"
