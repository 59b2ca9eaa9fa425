"""The built site: no warning, no dead link, nothing fetched from elsewhere, readable as it is.

Whatever needs it built stands here: files are shared out among processes, and one builds it.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from pages.places import DOCS

ASSETS = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src"}
HARMLESS = {"canonical", "next", "prev", "alternate"}
# A namespace, and addresses in notices of authors and in a message: nobody asks them for anything.
NAMED = "www.w3.org|clipboardjs.com|lunrjs.com|tartarus.org|bit.ly"
OUTSIDE = re.compile(r"^(?:https?:)?//")


class Page(HTMLParser):
    """The places, links and assets of a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.places: set[str] = set()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.places |= {str(given[name]) for name in ("id", "name") if given.get(name)}
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        where = ASSETS.get(tag)
        if where and given.get(where) and given.get("rel") not in HARMLESS:
            self.assets.append(str(given[where]))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {file: Page(file) for file in sorted(site.rglob("*.html")) if file.name != "404.html"}


def dead(pages: dict[Path, Page], site: Path) -> Iterator[str]:
    """Yield links and assets that lead to no file, or to no place on a page."""
    for file, page in pages.items():
        for address in (*page.links, *page.assets):
            target, place = urldefrag(unquote(address))
            if re.match(r"^[a-z]+:|^//", target):
                continue
            there = (file.parent / target).resolve() if target else file
            there = there / "index.html" if there.is_dir() else there
            if not there.is_file():
                yield f"{file.relative_to(site)}: {address}"
            elif place and there in pages and place not in pages[there].places:
                yield f"{file.relative_to(site)}: {address} (no such place)"


def test_it_builds_without_a_word(built: Any) -> None:
    assert (built.status, built.said) == (0, "")


def test_no_link_is_dead(pages: dict[Path, Page], site: Path) -> None:
    assert len(pages) > 100
    assert list(dead(pages, site)) == []


def test_a_dead_link_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text('<a href="gone.html">x</a> <a href="#gone">y</a> <img src="z.svg">', "utf-8")
    assert len(list(dead({file: Page(file)}, tmp_path))) == 3


def test_no_asset_comes_from_elsewhere(pages: dict[Path, Page]) -> None:
    found = {asset for page in pages.values() for asset in page.assets if OUTSIDE.match(asset)}
    assert found == set()


def test_style_and_script_name_no_host_to_ask(site: Path) -> None:
    style = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import")
    script = re.compile(rf"https?://(?!{NAMED})[a-z]")
    found = defaultdict(list)
    for file in (*site.rglob("*.css"), *site.rglob("*.js")):
        if "lunr" in file.parts or file.name == "search_index.js":
            continue
        wanted = style if file.suffix == ".css" else script
        found[file.name] += wanted.findall(file.read_text("utf-8"))
    assert {name for name, hosts in found.items() if hosts} == set()


def test_mathematics_needs_no_script(site: Path) -> None:
    page = (site / "explanation/mechanisms/rankl_opg.html").read_text("utf-8")
    assert page.count("<math") > 8
    assert "arithmatex" not in page
    assert "<merror" not in page


def test_every_mechanism_has_its_page(site: Path, model) -> None:
    for mechanism in model.mechanisms:
        page = (site / f"explanation/mechanisms/{mechanism.name}.html").read_text("utf-8")
        for title in ("Equations", "Symbols", "What acts on it", "What it acts on"):
            assert f">{title}<" in page, (mechanism.name, title)


def test_every_command_and_every_name_of_python_is_told(site: Path) -> None:
    from generators.commands import command_names
    from generators.rest import requests_told

    import osteon

    commands = (site / "reference/commands.html").read_text("utf-8")
    assert "case add" in command_names()
    told = [f'id="osteon-{name.replace(" ", "-")}"' for name in command_names()]
    assert [one for one in told if one not in commands] == []
    assert "<code>--site lumbar_spine|total_hip|femoral_neck</code>" in html.unescape(commands)
    rest = (site / "reference/rest.html").read_text("utf-8")
    assert [one for one in requests_told() if one not in rest] == []
    python = (site / "reference/python.html").read_text("utf-8")
    offered = [name for name in osteon.__all__ if not name.startswith("__")]
    assert [name for name in offered if f'id="{name.lower()}' not in python.lower()] == []


def test_the_picture_of_the_readme_is_the_one_that_is_drawn(site: Path) -> None:
    """Its lines may differ in the last digit between machines, its words may not."""
    words = re.compile(r"<text[^>]*>([^<]*)</text>")
    kept = (DOCS / "pictures" / "forecast.svg").read_text("utf-8")
    drawn = (site / "assets" / "pictures" / "forecast.svg").read_text("utf-8")
    assert words.findall(kept) == words.findall(drawn)
    assert len(kept) < 60_000
