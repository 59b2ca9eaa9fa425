"""The report as a PDF of two pages, set by Typst with the letters that it brings along.

Text goes to the template as data and is never read as markup; the template reaches no file beside
itself and no other machine.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final, Literal

from osteon.errors import MissingExtraError, OsteonError
from osteon.reports.visit.report import Report

_TEMPLATE: Final = Path(__file__).with_name("visit.typ")


def pdf(report: Report) -> bytes:
    """Return a report as a PDF: two pages of A4, readable by a screen reader (PDF/UA-1).

    Raises
    ------
    MissingExtraError
        If Typst is not installed.
    OsteonError
        If the pages cannot be set.
    """
    made = _set(report, "pdf")
    assert isinstance(made, bytes), "a PDF is one file"
    return made


def pages(report: Report, dots_per_inch: float = 100.0) -> list[bytes]:
    """Return the pages of a report as PNG pictures.

    Raises
    ------
    MissingExtraError, OsteonError
        As `pdf`.
    """
    made = _set(report, "png", dots_per_inch)
    return [made] if isinstance(made, bytes) else made


def _set(
    report: Report, kind: Literal["pdf", "png"], dots_per_inch: float = 100.0
) -> bytes | list[bytes]:
    try:
        import typst
    except ImportError as missing:
        raise MissingExtraError.of("the PDF of a report", "serve", missing) from missing
    compiler = typst.Compiler(
        _TEMPLATE.read_bytes(),
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(asdict(report), ensure_ascii=False)},
    )
    try:
        made = compiler.compile(
            format=kind, ppi=dots_per_inch, pdf_standards="ua-1" if kind == "pdf" else []
        )
        return made or b""
    except typst.TypstError as fault:
        # Typst names folders of this machine in what it says; the chain of errors keeps it.
        message = "the pages of the report cannot be set: an error inside osteon; please report it"
        raise OsteonError(message) from fault
