"""What a page about a mechanism is called, where it stands, and its first sentence."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from osteon.mechanism import Mechanism
from osteon.reports.wording import in_plain_words, sentence_of

_LONGEST_TITLE = 45


@dataclass(frozen=True)
class Heading:
    """The head of a page.

    Attributes
    ----------
    title:
        What the mechanism is called.
    lead:
        What it is, in a sentence: the first line of its file.
    room:
        Where its file stands: `physiology.signaling`.
    file:
        The page, beside those of all other mechanisms.
    """

    title: str
    lead: str
    room: str
    file: str


def heading_of(mechanism: Mechanism) -> Heading:
    """Return the head of a mechanism's page."""
    module = type(mechanism).__module__
    words = (sys.modules[module].__doc__ or "").strip().splitlines()
    lead = words[0] if words else sentence_of(in_plain_words(mechanism.name)) + "."
    title, colon, _ = lead.partition(":")
    if not colon or len(title) > _LONGEST_TITLE:
        title = sentence_of(in_plain_words(mechanism.name))
    room = module.removeprefix("osteon.").rpartition(".")[0]
    return Heading(title, lead, room, f"{mechanism.name}.md")
