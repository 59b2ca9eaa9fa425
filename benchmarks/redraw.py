"""From a moved slider to the redrawn forecast, and to the first paint, in a real browser.

first paint     from the address to the first content on the screen
timeline        a key on the end of a bar, until all six pictures with their bands are drawn anew
                and the next frame has begun: for the first time (a sketch of 48 members where the
                last answer in full took long), and in full (200)
month           the slider of months, until the next frame

Every move is a new question: nothing is asked twice.
"""

from __future__ import annotations

import shutil
import statistics
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page, sync_playwright

from benchmarks.studio import Studio

MOVES: Final = 20
_OPTIONS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_TIMELINE: Final = """async (moves) => {
  const next = (done) => requestAnimationFrame(() => requestAnimationFrame(done));
  const frame = () => new Promise(next);
  const grip = document.querySelector(".grip.until"), band = document.querySelector("polygon.band");
  const full = () => document.querySelector(".told").textContent.includes("95 % of 200 possible");
  const changed = (before) => new Promise((done) => {
    const see = new MutationObserver(() => {
      if (band.getAttribute("points") !== before) { see.disconnect(); done(); }
    });
    see.observe(band, { attributes: true });
  });
  const found = [];
  for (let move = 0; move < moves; move++) {
    const began = performance.now(), seen = changed(band.getAttribute("points"));
    grip.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
    await seen;
    await Promise.resolve();
    const whole = full() ? undefined : changed(band.getAttribute("points"));
    await frame();
    const first = performance.now() - began;
    if (whole) { await whole; await frame(); }
    found.push([first, whole ? performance.now() - began : first]);
    await new Promise((done) => setTimeout(done, 50));
  }
  return found;
}"""
_MONTH: Final = """async (moves) => {
  const next = (done) => requestAnimationFrame(() => requestAnimationFrame(done));
  const frame = () => new Promise(next);
  const slider = document.querySelector("#month"), found = [];
  for (let move = 0; move < moves; move++) {
    const began = performance.now();
    slider.value = String(move);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
    found.push(performance.now() - began);
  }
  return found;
}"""


@dataclass(frozen=True)
class Redraw:
    """Milliseconds: the first paint, and of many moves each."""

    first_paint: float
    first_forecast: float
    first: list[float]
    whole: list[float]
    month: list[float]

    def told(self) -> dict[str, object]:
        """Return what is kept of it: medians, and what nine of ten stay below."""
        return {
            "first paint, ms": round(self.first_paint),
            "first forecast, ms": round(self.first_forecast),
            "timeline to first band, ms": _summary(self.first),
            "timeline to 200 members with band, ms": _summary(self.whole),
            "month to redraw, ms": _summary(self.month),
        }


def redraw(studio: Studio, moves: int = MOVES) -> Redraw | None:
    """Measure in headless Chromium; None if there is none."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_OPTIONS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(120_000)
        _opened(page, studio)
        page.goto("about:blank")
        paint, forecast = _opened(page, studio)
        page.wait_for_timeout(2000)
        page.evaluate(_TIMELINE, 2)
        timeline = page.evaluate(_TIMELINE, moves)
        month = page.evaluate(_MONTH, moves)
        browser.close()
    return Redraw(
        paint, forecast, [one for one, _ in timeline], [one for _, one in timeline], month
    )


def _opened(page: Page, studio: Studio) -> tuple[float, float]:
    """Return milliseconds to the first content on the screen, and to the first forecast."""
    page.goto(studio.address)
    page.locator(".course").first.wait_for()
    forecast = page.evaluate("performance.now()")
    paint = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)[0]"
    )
    return float(paint), float(forecast)


def _summary(found: list[float]) -> dict[str, float]:
    ordered = sorted(found)
    return {
        "median": round(statistics.median(ordered), 1),
        "nine of ten below": round(ordered[int(0.9 * (len(ordered) - 1))], 1),
    }
