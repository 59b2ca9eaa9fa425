"""What the tests at the doors share: the command, the studio, a browser, as a person has them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from doors.outside import EXAMPLE, ROOT, Osteon, osteon_in
from doors.studio import PATIENCE, Studio, open_studio
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
SCREENS = ROOT / ".cache" / "screens"


@pytest.fixture
def osteon(tmp_path: Path) -> Osteon:
    """Run `osteon` with some words, in a folder of its own."""
    return osteon_in(tmp_path)


@pytest.fixture
def example() -> str:
    """Return the text of the example case."""
    return EXAMPLE.read_text("utf-8")


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Serve the studio, with a store of cases of its own."""
    with open_studio(cases=tmp_path_factory.mktemp("kept") / "cases.db") as opened:
        yield opened


@pytest.fixture
def client(studio: Studio) -> Iterator[httpx.Client]:
    """Ask the API of the studio."""
    with httpx.Client(base_url=studio.place, headers=studio.headers, timeout=60) as one:
        yield one


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open a browser, where there is one."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium to look at the page with")
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield opened
        opened.close()


@pytest.fixture(params=[(1280, "light"), (360, "dark")], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser, studio: Studio) -> Iterator[Page]:
    """Open the page on a desk and on a phone; nothing may be asked of another machine.

    A picture of how each test leaves it is kept in .cache/screens, to be looked at.
    """
    width, scheme = request.param
    opened = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened.set_default_timeout(PATIENCE)
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda one: asked.append(one.url))
    opened.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    opened.goto(studio.address)
    opened.locator(".course").first.wait_for()
    yield opened
    name = re.sub(r"\W+", "-", request.node.name).strip("-")
    opened.screenshot(path=SCREENS / f"{name}.png", full_page=True)
    opened.close()
    local = (studio.place, "data:", f"blob:{studio.place}")
    assert [url for url in asked if not url.startswith(local)] == []
    assert [words for words in said if "Content Security Policy" in words] == []
