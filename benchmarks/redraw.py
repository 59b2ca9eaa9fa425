"""From a moved slider to the redrawn forecast, and to the first paint, in a real browser.

first paint     from the address to the first content on the screen
timeline        a key on the end of a bar, until all six pictures with their bands are drawn anew
                and the next frame has begun: for the first time (of 48 members where sketches take
                long), of 200 members, and in full, which is asked for when the bar has rested
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
  const all = () => document.querySelector(".told").textContent.includes("95 % of 200 possible");
  const until = (where, holds) => new Promise((done) => {
    const see = new MutationObserver(() => { if (holds()) { see.disconnect(); done(); } });
    if (holds()) done(); else see.observe(where, { attributes: true });
  });
  const charts = document.querySelector(".charts");
  const settled = () => until(charts, () => charts.ariaBusy === "false");
  const found = [];
  for (let move = 0; move < moves; move++) {
    const before = band.getAttribute("points"), began = performance.now();
    grip.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
    await until(band, () => band.getAttribute("points") !== before);
    await Promise.resolve();
    const every = all();
    await frame();
    const first = performance.now() - began;
    await settled();
    await frame();
    const last = performance.now() - began;
    found.push([first, every ? first : last, last]);
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
    settled: list[float]
    month: list[float]

    def told(self) -> dict[str, object]:
        """Return what is kept of it: medians, and what nine of ten stay below."""
        return {
            "first paint, ms": round(self.first_paint),
            "first forecast, ms": round(self.first_forecast),
            "timeline to first band, ms": _summary(self.first),
            "timeline to 200 members with band, ms": _summary(self.whole),
            "timeline to the answer in full, ms": _summary(self.settled),
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
    first, whole, settled = (list(one) for one in zip(*timeline, strict=True))
    return Redraw(paint, forecast, first, whole, settled, month)


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
