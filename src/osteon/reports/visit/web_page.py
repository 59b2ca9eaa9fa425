"""The report as one HTML file that asks no other machine: by day, by night, on paper."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from osteon.plotting.style import PALETTE
from osteon.reports.evidence.markup import Markup, element, table, together, with_links
from osteon.reports.visit.report import Report, Way

_SHEET: Final = Path(__file__).with_name("visit.css")
_TITLE: Final = "Bone forecast for a visit"
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_NIGHT: Final = ("#74B3F4", "#F79A5E", "#6FCDAE", "#E39BDA", "#E4E7EA")


def web_page(report: Report) -> str:
    """Return a report as a whole HTML page."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", _TITLE),
        element("style", Markup(_style())),
    )
    body = element(
        "body",
        element("header", element("h1", _TITLE), element("p", report.person, class_="lead")),
        element("main", *_assumed(report), *_foretold(report), *_asked(report), *_sources(report)),
        element("footer", element("p", report.purpose), element("p", report.made)),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _style() -> str:
    def colors(palette: Iterable[str]) -> str:
        named = " ".join(f"--lane-{place}: {color};" for place, color in enumerate(palette))
        return f":root {{ {named} }}"

    lanes = "\n".join(
        f".lane-{place} {{ --lane: var(--lane-{place % len(PALETTE)}); }}" for place in range(6)
    )
    night = f"@media screen and (prefers-color-scheme: dark) {{ {colors(_NIGHT)} }}"
    return f"{colors(PALETTE)}\n{night}\n{lanes}\n{_SHEET.read_text('utf-8')}"


def _assumed(report: Report) -> Iterable[Markup]:
    yield element("h2", "What was assumed")
    facts = [
        together([element("dt", fact.name), element("dd", fact.words)])
        for fact in report.assumed.stated
    ]
    yield element("dl", *facts)
    if report.assumed.unstated:
        yield element("p", report.assumed.unstated, class_="quiet")
    ways = [
        element(
            "li", _sample(way, place), element("b", way.name), f": {'; '.join(way.doing)}"
        )
        for place, way in enumerate(report.ways)
    ]  # fmt: skip
    yield element("ul", *ways, class_="ways")


def _foretold(report: Report) -> Iterable[Markup]:
    foretold = report.foretold
    yield element("h2", f"What is forecast, over {foretold.years}")
    yield element(
        "div", *(element("figure", Markup(one)) for one in report.pictures), class_="pictures"
    )
    rows = [
        (
            together([_sample(report.ways[place], place), row.strategy]),
            *(
                together(
                    [
                        element("b", cell.middle),
                        element("span", cell.limits, class_="limits"),
                        element("span", cell.below, class_="limits"),
                    ]
                )
                for cell in row.cells
            ),
        )
        for place, row in enumerate(foretold.rows)
    ]
    yield table(f"After {foretold.years}", ("strategy", *foretold.titles), rows, 1, "foretold")
    yield from (element("p", one) for one in foretold.sentences)
    yield element("p", foretold.reading, class_="quiet")


def _asked(report: Report) -> Iterable[Markup]:
    yield element("h2", "What to ask at the visit")
    items = [
        element(
            "li",
            element("b", f"{one.about}. "),
            one.asked,
            element("span", f"{one.why}{f' – {one.source}' if one.source else ''}", class_="why"),
            class_="grave" if one.grave else "open",
        )
        for one in report.questions
    ]
    yield element("ul", *items, class_="questions")
    if report.guidance.said:
        yield element("h2", "What guidelines say of a bone drug")
        if report.guidance.differ:
            yield element("p", report.guidance.differ)
        rows = [(one.guideline, one.met, one.says) for one in report.guidance.said]
        titles = ("guideline", "threshold", "what it says")
        yield table("Each as it stands; no verdict is made of them", titles, rows, 3, "guidelines")
    if report.limits:
        yield element("h2", "What limits this forecast")
        yield element("ul", *(element("li", one) for one in report.limits), class_="prose")


def _sources(report: Report) -> Iterable[Markup]:
    sources = report.sources
    yield element("h2", "Sources")
    yield element("p", sources.about)
    cited = [f"{one.guideline}: {one.source}" for one in report.guidance.said]
    if sources.trials:
        yield element("p", "Trials with these drugs that the model was fitted to:")
        yield _list(sources.trials)
    if cited:
        yield element("p", "Guidelines:")
        yield _list(cited)
    summary = element("summary", f"All {len(sources.everything)} sources")
    yield element("details", summary, _list(sources.everything))


def _list(lines: Iterable[str]) -> Markup:
    return element("ul", *(element("li", with_links(one)) for one in lines), class_="sources")


def _sample(way: Way, place: int) -> Markup:
    dashed = {"stroke_dasharray": " ".join(map(str, way.dashes))} if way.dashes else {}
    line = element(
        "line", x1=0, y1=4, x2=28, y2=4, stroke=way.color, stroke_width=2,
        class_=f"course lane-{place}", **dashed,
    )  # fmt: skip
    return element("svg", line, viewBox="0 0 28 8", class_="sample", aria_hidden="true")
