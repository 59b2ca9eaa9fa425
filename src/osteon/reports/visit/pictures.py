"""The pictures: each site and fracture over the years, a line and a band for each strategy.

T-scores on one scale where a site was measured, with the limits of the WHO; elsewhere the density.
A drawing says its colors itself, for print; a page may lay its own over them by class.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from osteon.plotting.style import INK, LIMIT, QUIET, RULE, alike, pen
from osteon.reports.evidence.markup import Markup, element
from osteon.reports.visit.frame import Frame, Point, Span, ticks
from osteon.reports.visit.panels import Panel, panels_of
from osteon.strategies.forecast import Forecast

_WHO: Final = (-1.0, -2.5)
_AIR: Final = 0.06


def pictures_of(forecast: Forecast) -> tuple[str, ...]:
    """Return one drawing (SVG) for each site, and for fracture where it is foretold."""
    panels = panels_of(forecast)
    scored = [panel.span for panel in panels if panel.scored]
    together = (
        min((low for low, _ in scored), default=0.0),
        max((high for _, high in scored), default=1.0),
    )
    return tuple(str(_drawing(panel, together if panel.scored else panel.span)) for panel in panels)


def _drawing(panel: Panel, span: Span) -> Markup:
    air = _AIR * ((span[1] - span[0]) or 1.0)
    low = 0.0 if panel.from_zero else span[0] - air
    frame = Frame(float(panel.courses[0].months[-1]), low, span[1] + air)
    return element(
        "svg",
        element("title", panel.told),
        *_scales(panel, frame),
        *_courses(panel, frame),
        *(_dot(frame.at(point)) for point in panel.measured),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {frame.width:g} {frame.height:g}",
        role="img",
        font_size="11",
        font_family="Libertinus Serif",
    )


def _courses(panel: Panel, frame: Frame) -> Iterator[Markup]:
    """Yield all bands, and the lines over them."""
    faint = f"{0.36 / (1 + len(panel.courses)):.2f}"
    for place, one in enumerate(panel.courses):
        lower = reversed(frame.line(one.months, one.low))
        around = " ".join([*frame.line(one.months, one.high), *lower])
        yield element("polygon", points=around, fill=pen(place).color, fill_opacity=faint,
                      class_=f"band lane-{place}")  # fmt: skip
    for place, (one, middle) in enumerate(zip(panel.courses, panel.middles, strict=True)):
        color, dashes = pen(place)
        dashed = {} if dashes == "solid" else {"stroke_dasharray": " ".join(map(str, dashes[1]))}
        yield element("polyline", points=" ".join(frame.line(one.months, middle)), fill="none",
                      stroke=color, stroke_width="2", stroke_linejoin="round",
                      class_=f"course lane-{place}", **dashed)  # fmt: skip


def _scales(panel: Panel, frame: Frame) -> Iterator[Markup]:
    """Yield the title, both scales and the limits of the WHO."""
    yield element("text", panel.title, x=0.0, y=12.0, fill=INK, font_size="13", class_="title")
    values = ticks(frame.low, frame.high)
    for value, words in zip(values, alike(values), strict=True):
        y = frame.up(value)
        yield _rule((frame.left, y), (frame.right, y), RULE, "grid")
        yield element("text", words, x=frame.left - 5, y=y + 3.5, text_anchor="end", fill=QUIET)
    times = [one for one in ticks(0.0, frame.months / frame.each) if one == round(one)]
    for time in times:
        words = f"{time:g} {frame.unit}" if time == times[-1] else f"{time:g}"
        x = min(frame.across(time * frame.each), frame.width - 3.0 * len(words))
        yield element("text", words, x=x, y=frame.height - 5, text_anchor="middle", fill=QUIET)
    for limit in _WHO if panel.scored else ():
        if frame.low < limit < frame.high:
            y = frame.up(limit)
            yield _rule((frame.left, y), (frame.right, y), LIMIT, "limit", stroke_dasharray="5 3")


def _rule(start: Point, end: Point, color: str, look: str, **more: str) -> Markup:
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=color,
                   class_=look, **more)  # fmt: skip


def _dot(place: Point) -> Markup:
    return element("circle", cx=place[0], cy=place[1], r=3.0, fill="#FFFFFF", stroke=INK,
                   stroke_width="1.5", class_="measured")  # fmt: skip
