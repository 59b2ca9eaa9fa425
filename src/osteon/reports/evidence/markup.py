"""HTML, built from nested calls; whatever is not markup already is escaped.

element("p", "a < b", element("b", "!"), class_="quiet")
<p class="quiet">a &lt; b<b>!</b></p>
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

_ALONE = frozenset({"meta", "br", "line", "circle", "rect", "path"})
_LINK = re.compile(r"https?://[^\s\"'<>;]+|(?:doi:\s?)10\.\d{4,}/[^\s\"'<>;]+")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str | float) -> Markup:
    """Return an element; a trailing underscore is dropped and others become hyphens."""
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
    )
    if name in _ALONE:
        return Markup(f"<{name}{words}>" if name in ("meta", "br") else f"<{name}{words}/>")
    return Markup(f"<{name}{words}>{together(content)}</{name}>")


def together(content: Iterable[str]) -> Markup:
    """Return pieces one after the other."""
    return Markup("".join(one if isinstance(one, Markup) else escape(one) for one in content))


def link(text: str, address: str) -> Markup:
    """Return a link to a place on the page, or outside it."""
    if address.startswith("#"):
        return element("a", text, href=address)
    return element("a", text, href=address, rel="noreferrer")


def with_links(text: str) -> Markup:
    """Return text whose addresses and dois can be followed."""
    pieces: list[str] = []
    end = 0
    for found in _LINK.finditer(text):
        words = found[0].rstrip(".,")
        pieces += [text[end : found.start()], link(words, _address(words))]
        end = found.start() + len(words)
    return together([*pieces, text[end:]])


def address_in(text: str) -> str | None:
    """Return the first address or doi of a text, as something that can be followed."""
    found = _LINK.search(text)
    return None if found is None else _address(found[0].rstrip(".,"))


def table(
    caption: str, titles: Sequence[str], rows: Iterable[Sequence[str]], numbers: int, kind: str
) -> Markup:
    """Return a table whose first cell heads each row, and whose rows stand alone if it is narrow.

    Parameters
    ----------
    numbers:
        From this column on cells hold numbers.
    kind:
        A class for its look.
    """
    head = element(
        "tr",
        *(
            element("th", title, scope="col", role="columnheader", class_=_look(place, numbers))
            for place, title in enumerate(titles)
        ),
        role="row",
    )
    lines = [
        element(
            "tr",
            *(_cell(place, title, cell, numbers) for place, (title, cell) in enumerate(
                zip(titles, row, strict=True)
            )),
            role="row",
        )
        for row in rows
    ]  # fmt: skip
    return element(
        "table",
        element("caption", caption),
        element("thead", head, role="rowgroup"),
        element("tbody", *lines, role="rowgroup"),
        class_=kind,
        role="table",
    )


def slug(text: str) -> str:
    """Return a name for a place on the page."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _address(words: str) -> str:
    doi = words.removeprefix("doi:").strip()
    return words if words.startswith("http") else f"https://doi.org/{doi}"


def _cell(place: int, title: str, cell: str, numbers: int) -> Markup:
    if place == 0:
        return element("th", cell, scope="row", role="rowheader")
    look = _look(place, numbers) + ("" if cell else " empty")
    held = element("span", cell) if cell else ""
    return element("td", held, role="cell", data_label=title, class_=look)


def _look(place: int, numbers: int) -> str:
    return "number" if place >= numbers else "words"


def _short(value: str | float) -> str:
    return f"{value:.5g}" if isinstance(value, float) else str(value)
