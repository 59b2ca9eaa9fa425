"""Write the evidence report to a file, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osteon.errors import InputError
from osteon.reports.evidence.page import evidence_page
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
    text = evidence_page(found, signs)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(target)
    except OSError as fault:
        part.unlink(missing_ok=True)
        reason = (fault.strerror or str(fault)).lower()
        message = f"the report '{target}' cannot be written ({reason}); name another place"
        raise InputError(message) from fault
    return target
