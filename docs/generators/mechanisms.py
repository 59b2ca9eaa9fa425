"""The pages about mechanisms, their index by room, and their place in the navigation."""

from __future__ import annotations

from collections import Counter
from typing import Final

from osteon.mechanism import Mechanism
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.reports.mechanism_page import heading_of, mechanism_page
from osteon.reports.mechanism_page.markdown import table
from osteon.vocabulary.grade import Grade

FOLDER: Final = "explanation/mechanisms"
_ROOMS: Final = {
    "physiology.endocrine": "Hormones",
    "physiology.signaling": "Signals",
    "physiology.cells": "Cells",
    "physiology.mechanics": "Load",
    "physiology.mineral": "Calcium and vitamin D",
    "physiology.remodeling": "Bone",
    "physiology.function": "Muscle, balance, falls",
    "physiology.fracture": "Fracture",
    "readouts": "What is measured",
    "interventions.drugs": "Drugs",
    "interventions.nutrition": "Nutrition",
    "interventions.habits": "Habits",
    "interventions.procedures": "Procedures",
}


def pages() -> dict[str, str]:
    """Return every page about a mechanism, and their index, by its place in the site."""
    model, layer = standard(), current_layer()
    reference = model.at_reference()
    found = {
        f"{FOLDER}/{heading_of(one).file}": mechanism_page(model, layer, one, reference)
        for one in model.mechanisms
    }
    return {f"{FOLDER}/index.md": _index(), **found}


def navigation() -> list[str | dict[str, list[str]]]:
    """Return the part of the navigation that holds them: the index, then room by room."""
    rooms = [
        {words: [f"{FOLDER}/{heading_of(one).file}" for one in members]}
        for words, members in _by_room().items()
    ]
    return [f"{FOLDER}/index.md", *rooms]


def _by_room() -> dict[str, list[Mechanism]]:
    """Return the mechanisms by room, in the order in which a reader meets them."""
    found: dict[str, list[Mechanism]] = {words: [] for words in _ROOMS.values()}
    for mechanism in standard().mechanisms:
        room = heading_of(mechanism).room
        found.setdefault(_ROOMS.get(room, room), []).append(mechanism)
    return {words: members for words, members in found.items() if members}


def _index() -> str:
    model = standard()
    grades = Counter(mechanism.grade for mechanism in model.mechanisms)
    lines = [
        "# Mechanisms",
        "",
        f"The model is a list of {len(model.mechanisms)} mechanisms with {len(model.states)} "
        f"states and {len(model.table.columns)} numbers. Each has a page, made from the code that "
        "is solved: its story, its equations, every number with its origin, and its neighbors.",
        "",
        *table(
            ("Grade", "Evidence", "Mechanisms"),
            [(f"**{one}**", one.meaning, str(grades[one])) for one in Grade],
        ),
    ]
    for words, members in _by_room().items():
        rows = [
            (f"[{head.title}]({head.file})", head.lead, str(one.grade))
            for one in members
            for head in (heading_of(one),)
        ]
        lines += [f"## {words}", "", *table(("Mechanism", "What it is", "Grade"), rows)]
    return "\n".join(lines)
