"""The page about one mechanism, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osteon.mechanism import Mechanism
from osteon.model.evaluation import Evaluation
from osteon.model.explain import account_of
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.reports.mechanism_page.equations import equations, symbols
from osteon.reports.mechanism_page.headings import heading_of
from osteon.reports.mechanism_page.neighbors import acted_on, acting_on
from osteon.reports.mechanism_page.parameters import cited, parameters

_PARTS = re.compile(r"\b(Assumes|Leaves out): ")


def mechanism_page(
    model: Model, layer: Layer | None, mechanism: Mechanism, reference: Evaluation
) -> str:
    """Return the page about a mechanism as Markdown.

    Parameters
    ----------
    layer:
        The fitted values that are shown in place of those they began at; None: none.
    reference:
        The model in its reference state (`model.at_reference()`).
    """
    heading = heading_of(mechanism)
    lines = [f"# {heading.title}", "", heading.lead, ""]
    file = f"src/osteon/{heading.room.replace('.', '/')}/{mechanism.name}.py"
    lines += [f"Grade **{mechanism.grade}**: {mechanism.grade.meaning}. Its file: `{file}`.", ""]
    lines += _story(mechanism)
    lines += ["## Equations", "", *equations(model, mechanism)]
    lines += _as_the_file_says(mechanism)
    lines += ["## Symbols", "", *symbols(model, mechanism, reference)]
    if table := parameters(model, layer, mechanism):
        lines += ["## Parameters", "", *table]
    lines += _listed("What acts on it", acting_on(model, mechanism), "Nothing in this model.")
    nothing = "Nothing in this model: it is read out."
    lines += _listed("What it acts on", acted_on(model, mechanism), nothing)
    lines += _sources(model, mechanism)
    return "\n".join(lines) + "\n"


def _story(mechanism: Mechanism) -> Iterator[str]:
    """Yield what a mechanism says of itself: what it is, what it assumes, what it leaves out."""
    account = account_of(mechanism)
    story, *rest = _PARTS.split(account.remarks)
    yield from (account.summary, "")
    if story.strip():
        yield from (story.strip(), "")
    for title, text in zip(rest[::2], rest[1::2], strict=True):
        yield from (f"**{title}.** {text.strip()[:1].upper()}{text.strip()[1:]}", "")


def _as_the_file_says(mechanism: Mechanism) -> Iterator[str]:
    written = account_of(mechanism).equations
    if written:
        yield from ('??? note "In the words of its file"', "", "    ```text")
        yield from (f"    {line}" for line in written)
        yield from ("    ```", "")


def _listed(title: str, lines: list[str], nothing: str) -> Iterator[str]:
    yield from (f"## {title}", "")
    yield from (f"- {line}" for line in lines) if lines else (nothing,)
    yield ""


def _sources(model: Model, mechanism: Mechanism) -> Iterator[str]:
    found = cited(model, mechanism)
    if found:
        yield from ("## Sources", "")
    for reference in found:
        doi = f" [doi:{reference.doi}](https://doi.org/{reference.doi})" if reference.doi else ""
        authors = reference.author.replace(" and others", " et al.").replace(" and ", ", ")
        words = f"{authors} ({reference.year}). {reference.title}. *{reference.where}*."
        yield f'- <span id="{reference.key}"></span>{words}{doi}'
    yield ""
