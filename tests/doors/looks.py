"""What every view must be: no wider than its screen, and usable with a screen reader."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def flawless(page: Page) -> None:
    """Look for what a screen reader or a narrow screen cannot use."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
