"""What a chain rests on that no trial has tested, and what is said about diet and exercise."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rich.console import RenderableType
from rich.text import Text

from osteon.interventions.drug import Drug
from osteon.reports.link import Link
from osteon.reports.wording import (
    in_plain_words,
    name_of,
    plain_name,
    plain_sentences,
    sentence_of,
)
from osteon.strategies.in_words import listed
from osteon.vocabulary.grade import Grade

_TECHNICAL = re.compile(r"\b[A-Z]{2,}[0-9-]*\b|\b(?:calcidiol|osteoid|osteocytes?)\b")
_SHORT = 6


def what_is_uncertain(
    named: Collection[Link], chain: Collection[Link], *, plain: bool = False
) -> Iterator[RenderableType]:
    """Yield what rests on weak evidence, and what is said about diet and exercise.

    Parameters
    ----------
    named:
        The links that are told, and may be named.
    chain:
        All links of the chain.
    plain:
        Whether for a reader without training.
    """
    said = plain_name if plain else name_of
    for grade in (Grade.C, Grade.D):
        weak = [said(link.model, link.key) for link in named if link.grade is grade]
        if weak:
            rest = "rests" if len(weak) == 1 else "rest"
            yield Text(f"Less certain: {listed(weak)} {rest} on {grade.meaning} (grade {grade}).")
        elif plain and any(link.grade is grade for link in chain):
            yield Text(f"Some smaller steps in between rest on {grade.meaning} (grade {grade}).")
    for name, remark in _about_lifestyle(chain):
        if not plain:
            yield Text(f"{sentence_of(name)}: {remark}")
        elif kept := _for_everybody(remark):
            yield Text(kept)


def _about_lifestyle(links: Collection[Link]) -> Iterator[tuple[str, str]]:
    """Yield what the mechanisms say that answer to diet or exercise within two steps."""
    done = {link.key for link in links if _is_lifestyle(link)}
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
            yield in_plain_words(name), kept


def _is_lifestyle(link: Link) -> bool:
    """Return whether a link is what a person does, and no dose of a drug."""
    given = link.key.name in link.model.roster.taker
    return given and not isinstance(link.mechanism, Drug)


def _for_everybody(remark: str) -> str:
    """Return the sentences without technical words; '' if there are none."""
    sentences = re.split(r"(?<=\.) (?=[A-Z])", remark)
    kept = [one for one in sentences if not _TECHNICAL.search(one) and len(one.split()) > _SHORT]
    return " ".join(kept)
