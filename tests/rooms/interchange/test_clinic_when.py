"""What the clinic measured before month 0: what counts, and what is told to be left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.bundles import bundle, observed, saved

from osteon.interchange.clinic.bundle import read_bundle
from osteon.interchange.clinic.case_file import case_text
from osteon.language import Case

START = date(2026, 3, 1)


def test_what_is_old_is_left_out_and_told(tmp_path: Path) -> None:
    old = observed("2731-8", 45, "pg/mL", "2020-01-01")
    record = read_bundle(saved(bundle(observed("24966-4", 0.9, "g/cm2"), old), tmp_path))
    text, notes = case_text(record, ["x"], START, "50 years")
    assert "pth" not in text
    assert notes == ("pth of 2020-01-01 is older than two years and was left out",)


def test_an_earlier_scan_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    scans = [
        observed("24966-4", value, "g/cm2", day)
        for value, day in ((0.93, "2025-01-10"), (0.90, "2026-01-10"))
    ]
    record = read_bundle(saved(bundle(*scans), tmp_path))
    text, (note,) = case_text(record, ["x"], date(2026, 1, 10), "50 years")
    assert Case.parse(text).person.bmd.lumbar_spine == 0.9
    assert "1 earlier left out; with an earlier month 0 (--start)" in note
    text, notes = case_text(record, ["x"], date(2025, 1, 10), "50 years")
    assert len(Case.parse(text).measurements) == 1
    assert notes == ()
