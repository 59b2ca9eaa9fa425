"""The evidence report as one HTML file that needs nothing else: no script, font or request.

question     does the model say what trials found
data         every published number that comes with osteon, or that is named
fitted       calibration data, which a fit may read
predicted    validation data, which no fit reads
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from osteon.errors import InputError
from osteon.people.layer import current_layer
from osteon.reports.evidence.closing import sources, unanswered
from osteon.reports.evidence.groups import section
from osteon.reports.evidence.look import style_sheet
from osteon.reports.evidence.markup import Markup, element, link, slug, together
from osteon.reports.evidence.numbers import counted
from osteon.reports.evidence.pictures import scatter
from osteon.reports.evidence.signs import signs_section
from osteon.reports.evidence.summaries import aims_table, comparison_table, errors_table
from osteon.validation.answers import Evidence
from osteon.validation.groups import MARKERS
from osteon.validation.misses import in_percent
from osteon.validation.predict import Row
from osteon.validation.signs import Verdict
from osteon.validation.validate import Validation
from osteon.version import __version__

_TITLE: Final = "osteon beside published trials"
_CALM: Final = "osteon is for research, teaching and the design of studies; not a medical device."


def evidence_page(found: Validation, signs: Sequence[Verdict] = ()) -> str:
    """Return the report of a validation, and of signs that were judged, as HTML.

    Raises
    ------
    InputError
        If there is no row to report.
    """
    if not found.rows:
        raise InputError("these trials hold no observation; name one that does")
    evidence = Evidence.of(found)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", _TITLE),
        element("style", Markup(style_sheet())),
    )
    body = element(
        "body",
        _opening(found),
        element("main", *_middle(found, evidence, signs)),
        element("footer", element("p", _CALM)),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _opening(found: Validation) -> Markup:
    fitted = sum(row.role == "calibration" for row in found.rows)
    trials, layer = len(found.trials), current_layer()
    parameters = "literature values alone"
    if layer is not None:
        fitted_to = counted(len(layer.data), "trial")
        parameters = f"{layer.name}, {layer.date}, fitted to {fitted_to}"
    facts = {
        "Version": f"osteon {__version__}",
        "Parameters": parameters,
        "Trials": str(trials),
        "Rows": str(len(found.rows)),
        "Seed": str(found.seed),
        "Simulated": f"{found.effort.people} people an arm, {found.effort.draws} draws",
    }
    return element(
        "header",
        element("h1", _TITLE),
        element(
            "p",
            "Does a simulated skeleton do what the skeletons in trials did? Here every published "
            "number stands beside what osteon says of it.",
            class_="lead",
        ),
        element(
            "p",
            f"The data are {counted(len(found.rows), 'published number')} from "
            f"{counted(trials, 'trial')}. {_fitted(fitted, len(found.rows))} One set of "
            "parameters answers all of them. Intervals are central 95 %: of a prediction, from "
            "what is not known of the parameters, from how far off the model is in trials that "
            "the fit did without, and from sampling in a trial of that size.",
        ),
        element(
            "dl",
            *(_fact(name, words) for name, words in facts.items()),
            class_="facts",
        ),
    )


def _fact(name: str, words: str) -> Markup:
    return element("div", element("dt", name), element("dd", words))


def _fitted(fitted: int, rows: int) -> str:
    if fitted == rows:
        return "All are calibration data, which a fit may read; nothing here is only predicted."
    if not fitted:
        return "All are validation data: no fit reads any of them."
    return (
        f"{fitted} of them are calibration data, which a fit may read; the other {rows - fitted} "
        "are validation data, which no fit reads: they are only predicted."
    )


def _middle(found: Validation, evidence: Evidence, signs: Sequence[Verdict]) -> Iterable[Markup]:
    yield element("h2", "Aims, and what was found", id="aims")
    yield aims_table(evidence)
    yield element("h2", "Predicted beside observed", id="pictures")
    yield _pictures(found.rows)
    yield element("h2", "Errors by group", id="errors")
    yield errors_table(evidence)
    yield element("h2", "The same questions, answered by others", id="others")
    yield from _others(evidence, found.seed)
    yield from signs_section(signs)
    yield element("h2", "Group by group", id="groups")
    yield _contents(evidence)
    yield from (section(group, rows) for group, rows in evidence.groups().items())
    yield from unanswered(found.rows)
    yield element("h2", "Trials and sources", id="sources")
    yield sources(found)


def _pictures(rows: Iterable[Row]) -> Markup:
    percent = [row for row in rows if in_percent(row)]
    bmd = [row for row in percent if row.observation.endpoint.startswith("bmd_")]
    markers = [row for row in percent if row.observation.endpoint in MARKERS]
    figures = []
    for members, name in ((bmd, "Bone mineral density"), (markers, "Markers of bone turnover")):
        drawing = scatter(members, f"{name}, predicted against observed change in percent")
        if drawing is not None:
            shown = sum(row.predicted is not None for row in members)
            words = f"{name}, change in percent: {counted(shown, 'row')}. On the line both agree."
            figures.append(element("figure", drawing, element("figcaption", words)))
    key = element(
        "p",
        element("span", class_="key calibration"),
        element("span", "calibration, which a fit may read"),
        element("span", class_="key validation"),
        element("span", "validation, only predicted"),
        "Thin lines are 95 % intervals.",
        class_="quiet",
    )
    return together([key, element("div", *figures, class_="figures")])


def _others(evidence: Evidence, seed: int) -> Iterable[Markup]:
    yield element(
        "p",
        "A statistician without biology would look up the mean change under the same class of "
        "drugs by the same time. That table is made here from calibration data alone. It is "
        "silent where none of them reaches, and of the calibration rows themselves it repeats "
        "what it was made of; so validation data are compared here. Two published models and a "
        f"look-up given with them answer some rows, too: of {evidence.entries} such answers "
        f"{evidence.joined} belong to rows of this page.",
    )
    yield comparison_table(evidence, seed)


def _contents(evidence: Evidence) -> Markup:
    items = [
        element("li", link(group, f"#{slug(group)}"), " ", element("span", str(len(rows))))
        for group, rows in evidence.groups().items()
    ]
    return element("nav", element("ul", *items), aria_label="Groups of rows")
