"""Write the evidence report to a file, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osteon.reports.evidence.page import evidence_page
from osteon.reports.whole import write_whole
from osteon.validation.signs import Verdict
from osteon.validation.validate import Validation


def write_report(found: Validation, path: Path | str, signs: Sequence[Verdict] = ()) -> Path:
    """Write the report of a validation, and of signs, as one HTML file; return its path.

    Raises
    ------
    InputError
        If there is no row to report, or the file cannot be written.
    """
    target = Path(path)
    write_whole(evidence_page(found, signs).encode(), target)
    return target
