"""The page for patients reads like a good leaflet: Flesch-Kincaid grade eight at most."""

from __future__ import annotations

import re

import pytest
from pages.places import DOCS

HIGHEST = 8.0
VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """Return how many syllables a word has: groups of vowels, less a silent e at the end."""
    word = word.lower()
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxz]es$", word)
    return max(1, len(VOWELS.findall(word)) - bool(silent))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of plain text."""
    sentences = [
        one for one in re.split(r"[.!?:]\s+|\n\s*\n|\n- ", text) if re.search(r"[a-z]", one)
    ]
    words = re.findall(r"[A-Za-z][A-Za-z'-]*", text)
    per_sentence = len(words) / len(sentences)
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


@pytest.mark.parametrize(
    ("word", "count"),
    [("bone", 1), ("estrogen", 3), ("aromatase", 4), ("table", 2), ("called", 1), ("needed", 2),
     ("breast", 1), ("density", 3), ("computer", 3)],
)  # fmt: skip
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_known_text_gets_its_grade() -> None:
    """By hand: 16 words in 3 sentences, 17 syllables."""
    text = "The cat sat on the mat. It was a warm day. The sun made water glow."
    assert grade(text) == pytest.approx(0.39 * 16 / 3 + 11.8 * 17 / 16 - 15.59)


def test_the_page_for_patients_can_be_read() -> None:
    text = (DOCS / "readers" / "patients.md").read_text("utf-8")
    plain = re.sub(r"[*_#`]|\[([^\]]*)\]\([^)]*\)", r"\1", text)
    assert grade(plain) <= HIGHEST
