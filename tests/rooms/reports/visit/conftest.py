"""The report of four cases: the example, as little as can be said, as much as can be, a man."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from osteon import Case, simulate
from osteon.reports.visit import Report, report_of
from osteon.strategies.forecast import Forecast

CASES = Path(__file__).with_name("cases")
EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "anastrozole.yaml"
NAMES = ("example", "sparse", "full", "man")


@pytest.fixture(scope="session")
def forecasts() -> dict[str, Forecast]:
    files = {"example": EXAMPLE} | {name: CASES / f"{name}.yaml" for name in NAMES[1:]}
    return {name: simulate(Case.read(file), members=24) for name, file in files.items()}


@pytest.fixture(scope="session")
def reports(forecasts: dict[str, Forecast]) -> dict[str, Report]:
    return {name: report_of(one, date(2026, 3, 1)) for name, one in forecasts.items()}


@pytest.fixture(params=NAMES)
def report(request: pytest.FixtureRequest, reports: dict[str, Report]) -> Report:
    return reports[request.param]
