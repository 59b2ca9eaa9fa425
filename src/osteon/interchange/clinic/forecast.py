"""A forecast as a FHIR R4 bundle: observations to come, fracture risks, and what made them.

Everything bears the tag `simulated` and the status `preliminary`, and a Provenance names version,
fitted layer, seed and a hash of the case. Values are medians, the limits of the central 95 % stand
beside them; a probability is the mean over all possible versions of the person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import numpy as np

from osteon.interchange.clinic.coding import Coded
from osteon.interchange.clinic.fhir import validated
from osteon.interchange.clinic.loinc import UCUM
from osteon.interchange.clinic.tag import TAG
from osteon.interchange.provenance import Provenance, provenance_of
from osteon.people.endpoint import label_of
from osteon.strategies.forecast import Forecast
from osteon.strategies.outcome import Outcome
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

Resource = dict[str, Any]
_EVERY = 12.0
_CALM = "Simulated; for research, teaching and the design of studies; not a medical device."


def bundle_text(forecast: Forecast, recorded: datetime) -> str:
    """Return a forecast as the JSON text of a bundle, every resource validated.

    Parameters
    ----------
    recorded:
        When it was made, with its time zone.

    Raises
    ------
    MissingExtraError
        If fhir.resources is not installed.
    """
    origin = provenance_of(forecast)
    resources = [_patient(forecast, origin)]
    subject = {"reference": _url(resources[0], origin)}
    for outcome in forecast:
        resources += ({**one, "subject": subject} for one in _foreseen(forecast, outcome))
    resources.append(_provenance(resources[1:], origin, recorded))
    entries = [{"fullUrl": _url(one, origin), "resource": one} for one in resources]
    bundle = {"resourceType": "Bundle", "type": "collection", "meta": _meta(), "entry": entries}
    validated(bundle)
    return json.dumps(bundle, indent=2, ensure_ascii=False) + "\n"


def _patient(forecast: Forecast, origin: Provenance) -> Resource:
    return {
        "resourceType": "Patient",
        "id": f"person-{str(origin['input'])[:12]}",
        "meta": _meta(),
        "gender": forecast.case.person.sex,
    }


def _foreseen(forecast: Forecast, outcome: Outcome) -> Iterator[Resource]:
    yield from _observations(forecast, outcome)
    yield from _risks(forecast, outcome)


def _observations(forecast: Forecast, outcome: Outcome) -> Iterator[Resource]:
    """Yield what is to be measured once a year, if the strategy is followed."""
    place = forecast.strategies.index(outcome.strategy) + 1
    for endpoint in forecast.endpoints:
        coded = Coded.of(endpoint)
        if coded is None:
            continue
        series = outcome[endpoint]
        for month in np.arange(0.0, forecast.months[-1] + 1e-6, _EVERY).tolist():
            middle = series.at(month)
            yield {
                "resourceType": "Observation",
                "id": f"strategy-{place}-{endpoint.replace('_', '-')}-month-{month:g}",
                "meta": _meta(),
                "status": "preliminary",
                **coded.elements(),
                **_effective(forecast, month),
                "method": {"text": _method(outcome)},
                "valueQuantity": coded.quantity(middle.median, series.unit),
                "component": [
                    {
                        "code": {"text": f"{limit} limit of the central 95 %"},
                        "valueQuantity": coded.quantity(value, series.unit),
                    }
                    for limit, value in (("lower", middle.low), ("upper", middle.high))
                ],
                "note": [{"text": f"Month {month:g} of '{outcome.strategy}'. {_CALM}"}],
            }


def _risks(forecast: Forecast, outcome: Outcome) -> Iterator[Resource]:
    """Yield the risks of fracture up to the horizon, death being a rival."""
    last = float(forecast.months[-1])
    age = forecast.case.person.age / DAYS_PER_YEAR
    predictions = []
    for event in forecast.fractures:
        risk = outcome.fracture(event)
        _, low, high = risk.at(last)
        predictions.append(
            {
                "outcome": {"text": label_of(event)},
                "probabilityDecimal": float(f"{risk.mean[-1] / 100.0:.3g}"),
                "whenRange": {"low": _years(age), "high": _years(age + last / 12.0)},
                "rationale": f"Mean over {forecast.members} possible versions of the person; the "
                f"central 95 % of them lie between {low:.1f} and {high:.1f} %.",
            }
        )
    if predictions:
        yield {
            "resourceType": "RiskAssessment",
            "id": f"strategy-{forecast.strategies.index(outcome.strategy) + 1}-fractures",
            "meta": _meta(),
            "status": "preliminary",
            "method": {"text": _method(outcome)},
            "prediction": predictions,
            "note": [{"text": text} for text in (_CALM, *forecast.notes)],
        }


def _provenance(made: list[Resource], origin: Provenance, recorded: datetime) -> Resource:
    told = ", ".join(f"{name} {value}" for name, value in origin.items() if name != "version")
    return {
        "resourceType": "Provenance",
        "id": "made-by",
        "meta": _meta(),
        "target": [{"reference": _url(one, origin)} for one in made],
        "recorded": recorded.isoformat(timespec="seconds"),
        "activity": {"text": "simulation"},
        "agent": [{"who": {"display": f"osteon {origin['version']}"}}],
        "entity": [{"role": "source", "what": {"display": told}}],
    }


def _effective(forecast: Forecast, month: float) -> dict[str, str]:
    """Return the day of a month of the plan, where the case says on which day it begins."""
    start = forecast.case.start
    if start is None:
        return {}
    return {"effectiveDateTime": (start + timedelta(days=month * DAYS_PER_MONTH)).isoformat()}


def _method(outcome: Outcome) -> str:
    return f"simulated by osteon, if '{outcome.strategy}' is followed"


def _years(value: float) -> dict[str, Any]:
    return {"value": round(value, 2), "unit": "years", "system": UCUM, "code": "a"}


def _meta() -> dict[str, Any]:
    return {"tag": [TAG]}


def _url(resource: Resource, origin: Provenance) -> str:
    """Return an address of a resource that is the same whenever the same forecast is made."""
    name = f"{sorted(origin.items())}/{resource['id']}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
