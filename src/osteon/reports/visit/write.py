"""Write the report to a file, PDF or HTML by its ending, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from osteon.errors import InputError
from osteon.reports.visit.pdf import pdf
from osteon.reports.visit.report import Report
from osteon.reports.visit.web_page import web_page
from osteon.reports.whole import write_whole

_KINDS: Final[dict[str, Callable[[Report], bytes]]] = {
    ".pdf": pdf,
    ".html": lambda report: web_page(report).encode(),
}


def check_ending(path: Path) -> None:
    """Refuse a file whose ending names no kind of report.

    Raises
    ------
    InputError
        If it ends neither in .pdf nor in .html.
    """
    if path.suffix.lower() not in _KINDS:
        raise InputError(f"'{path.name}': the ending says nothing; name a .pdf or an .html file")


def write_report(report: Report, path: Path | str) -> Path:
    """Write a report as PDF or HTML, by the ending of the file; return its path.

    Raises
    ------
    InputError
        If the ending is another, or the file cannot be written.
    MissingExtraError
        If a PDF is asked for and Typst is not installed.
    """
    target = Path(path)
    check_ending(target)
    content = _KINDS[target.suffix.lower()](report)
    write_whole(content, target)
    return target
