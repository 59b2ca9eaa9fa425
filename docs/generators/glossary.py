"""The glossary: the project's own words, and every quantity of the model from the vocabulary."""

from __future__ import annotations

from osteon.model.influences import giver_of
from osteon.model.library import standard
from osteon.reports.mechanism_page import heading_of
from osteon.reports.mechanism_page.markdown import inline, table
from osteon.reports.wording import in_plain_words
from osteon.vocabulary.quantity import Scope

_WORDS = {
    "Baseline": "Day 0 of a plan: the person as she is measured.",
    "Between-person spread": "How people differ from one another; not how well a number is known.",
    "BMD": "Bone mineral density: the mineral of a site over its area as DXA sees it, in g/cm².",
    "Calibration data": "Rows of trials that the parameters were fitted to.",
    "DXA": "The scan that measures bone mineral density.",
    "Flux": "A rate without unit that one mechanism opens and others multiply.",
    "Fold": "What a mechanism multiplies a flux by; exactly one in the reference state.",
    "Grade": "How strong the evidence behind a mechanism is, A to D.",
    "Layer": "Fitted values with their joint uncertainty, laid over the literature values.",
    "Least significant change": "The smallest change that two scans can tell from none.",
    "Mechanism": "One piece of biology in one file, with its equations and its numbers.",
    "Member": "One possible version of a person: what is known held fixed, the rest drawn.",
    "Quantity": "A named number of the model with a unit and a symbol.",
    "Readout": "A quantity as it is measured: BMD, a marker, a fracture.",
    "Reference state": "A healthy woman before menopause, held there: all folds are one.",
    "Run-in": "The person's life from the reference state to day 0.",
    "Schedule": "When doses are taken, meals eaten, sessions trained.",
    "State": "A quantity with memory: it has a rate of change.",
    "Strategy": "What is done from day 0 on: drugs, diet, exercise.",
    "T-score": "BMD in standard deviations from the young mean; −2.5 or less is osteoporosis.",
    "Turnover marker": "A substance in blood or urine that tells how fast bone is renewed.",
    "Uncertainty": "How well the typical value of a number is known.",
    "Validation data": "Rows of trials that no fit ever saw.",
}


def glossary_page() -> str:
    """Return the page."""
    model = standard()
    rows = []
    for name, quantity in sorted(model.roster.quantities.items()):
        head = heading_of(giver_of(model, name))
        place = " At each site." if quantity.scope is Scope.SITE else ""
        rows.append(
            (
                f"{in_plain_words(name)}<br>`{name}`",
                inline(quantity.symbol),
                f"{quantity.meaning}{place}",
                quantity.unit or "relative",
                f"[{head.title}](../explanation/mechanisms/{head.file})",
            )
        )
    lines = ["# Glossary", "", "## Words", ""]
    for word, meaning in _WORDS.items():
        lines += [word, f":   {meaning}", ""]
    lines += [
        "## Quantities",
        "",
        f"The {len(rows)} quantities of the model, from its vocabulary.",
        "",
    ]
    lines += table(("Quantity", "Symbol", "Meaning", "Unit", "Given by"), rows)
    return "\n".join(lines)
