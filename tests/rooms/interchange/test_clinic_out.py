"""A forecast goes out as valid FHIR, says what it is, and cannot pass for a measurement."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fhir.resources.R4B import get_fhir_model_class
from support.courses import EXAMPLE

from osteon import __version__
from osteon.errors import InputError
from osteon.interchange.clinic.bundle import read_bundle
from osteon.interchange.clinic.forecast import bundle_text
from osteon.interchange.provenance import hash_of
from osteon.language import Case
from osteon.strategies.forecast import Forecast
from osteon.strategies.simulate import simulate

CASE = Case.read(EXAMPLE).but(start="2026-03-01", horizon="5 years")
WHEN = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def forecast() -> Forecast:
    return simulate(CASE, members=12)


@pytest.fixture(scope="module")
def resources(forecast: Forecast) -> list[dict[str, Any]]:
    bundle = json.loads(bundle_text(forecast, WHEN))
    return [entry["resource"] for entry in bundle["entry"]]


def of_type(resources: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in resources if one["resourceType"] == kind]


def test_every_resource_validates_by_itself(resources: list[dict[str, Any]]) -> None:
    assert {one["resourceType"] for one in resources} == {
        "Patient", "Observation", "RiskAssessment", "Provenance",
    }  # fmt: skip
    for one in resources:
        get_fhir_model_class(one["resourceType"]).model_validate(one)


def test_nothing_passes_for_a_measurement(
    resources: list[dict[str, Any]], forecast: Forecast, tmp_path: Path
) -> None:
    for one in resources:
        assert one["meta"]["tag"][0]["code"] == "simulated"
        assert one.get("status", "preliminary") == "preliminary"
    file = tmp_path / "forecast.json"
    file.write_text(bundle_text(forecast, WHEN), "utf-8")
    with pytest.raises(InputError, match=r"Bundle\.meta\.tag: this is simulated"):
        read_bundle(file)


def test_density_is_that_of_the_forecast(
    resources: list[dict[str, Any]], forecast: Forecast
) -> None:
    spine = [
        one for one in of_type(resources, "Observation")
        if one["code"]["coding"][0]["code"] == "24966-4"
        and "'anastrozole alone'" in one["method"]["text"]
    ]  # fmt: skip
    assert [one["effectiveDateTime"] for one in spine][:2] == ["2026-03-01", "2027-03-01"]
    series = forecast["anastrozole alone"]["bmd_lumbar_spine"]
    for year, one in enumerate(spine):
        told = series.at(12.0 * year)
        assert one["valueQuantity"]["value"] == pytest.approx(told.median, rel=1e-3)
        limits = [part["valueQuantity"]["value"] for part in one["component"]]
        assert limits == pytest.approx([told.low, told.high], rel=1e-3)
    assert len(spine) == 6


def test_a_laboratory_value_is_in_the_unit_of_its_code(
    resources: list[dict[str, Any]], forecast: Forecast
) -> None:
    first = next(
        one for one in of_type(resources, "Observation")
        if one["code"]["coding"][0]["code"] == "41171-0"
    )  # fmt: skip
    assert first["valueQuantity"]["unit"] == "pg/mL"
    assert first["valueQuantity"]["value"] == pytest.approx(450.0, rel=1e-3)


def test_a_femoral_neck_names_its_body_site(resources: list[dict[str, Any]]) -> None:
    femurs = [
        one for one in of_type(resources, "Observation")
        if one["code"]["coding"][0]["code"] == "24701-5"
    ]  # fmt: skip
    assert femurs
    assert {one["bodySite"]["coding"][0]["code"] for one in femurs} == {"29627003"}


def test_a_risk_is_that_of_the_forecast_with_death_as_a_rival(
    resources: list[dict[str, Any]], forecast: Forecast
) -> None:
    risk = of_type(resources, "RiskAssessment")[0]
    (hip,) = [one for one in risk["prediction"] if one["outcome"]["text"] == "hip fracture"]
    expected = forecast["anastrozole alone"].fracture("fracture_hip").mean[-1] / 100.0
    assert hip["probabilityDecimal"] == pytest.approx(expected, rel=2e-3)
    hazard = forecast["anastrozole alone"]["fracture_hip_so_far"].values
    assert expected < np.mean(1.0 - np.exp(hazard[:, 0] - hazard[:, -1]))
    assert hip["whenRange"]["low"]["value"] == 62.0
    assert hip["whenRange"]["high"]["value"] == 67.0
    assert "95 %" in hip["rationale"]


def test_provenance_names_all_and_what_made_it(resources: list[dict[str, Any]]) -> None:
    (made,) = of_type(resources, "Provenance")
    assert len(made["target"]) == len(resources) - 2
    assert made["agent"][0]["who"]["display"] == f"osteon {__version__}"
    assert hash_of(CASE) in made["entity"][0]["what"]["display"]
    assert made["recorded"].startswith("2026-03-02T12:00:00")


def test_the_same_forecast_is_the_same_bundle(forecast: Forecast) -> None:
    assert bundle_text(forecast, WHEN) == bundle_text(simulate(CASE, members=12), WHEN)


def test_another_question_has_no_address_of_this_one() -> None:
    """One case, two strategies that may have been followed: other numbers, other addresses."""
    measured = CASE.but(measurements=[{"month": 12, "bmd_total_hip": "0.80 g/cm2"}])
    addresses = [
        {entry["fullUrl"] for entry in json.loads(bundle_text(one, WHEN))["entry"]}
        for one in (simulate(measured, members=12, followed=name) for name in CASE.strategies)
    ]
    assert addresses[0].isdisjoint(addresses[1])
