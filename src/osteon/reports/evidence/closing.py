"""The end of the page: rows without an answer and why, and where the numbers were published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osteon.reports.evidence.markup import Markup, element, slug, table, with_links
from osteon.reports.evidence.numbers import arms, measured, months
from osteon.reports.evidence.summaries import ROLES
from osteon.validation.predict import Row
from osteon.validation.validate import Validation


def unanswered(rows: Iterable[Row]) -> Iterator[Markup]:
    """Yield the rows that have no prediction, each with the reason; nothing if all have one."""
    lines = [
        (row.trial, arms(row.observation), measured(row.observation), months(row.observation),
         row.problem or "")
        for row in rows
        if row.predicted is None
    ]  # fmt: skip
    if lines:
        yield element("h2", "Without an answer", id="unanswered")
        titles = ("Trial", "Arm", "Measured", "Months", "Why")
        yield table("Rows that osteon cannot predict.", titles, lines, 5, "plain")


def sources(found: Validation) -> Markup:
    """Return every trial with its role and citation."""
    lines = []
    for trial in found.trials:
        roles = dict.fromkeys(ROLES[trial.role_of(one)] for one in trial.observations)
        name = element("strong", trial.trial, id=f"trial-{slug(trial.trial)}")
        cited = with_links(trial.citation or "no citation is given")
        lines.append((name, " and ".join(roles), cited, str(len(trial.observations))))
    titles = ("Trial", "Rows are", "Published in", "Rows")
    return table("What this page was made from.", titles, lines, 3, "plain")
