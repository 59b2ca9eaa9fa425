"""Endpoints as people name them, and the quantities of the model that answer."""

from __future__ import annotations

from osteon.language.endpoints import EVENTS
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.vocabulary.site import Site

DXA_ENDPOINTS = tuple(f"bmd_{site}" for site in Site)


def key_of_endpoint(model: Model, endpoint: str) -> Key | None:
    """Return the quantity behind an endpoint; None if the model has none.

    Behind fractures and falls it is their cumulative hazard: how many are to be expected up to now.
    """
    if endpoint in EVENTS:
        so_far = f"{endpoint}_so_far"
        return Key(so_far) if so_far in model.roster.quantities else None
    names = {"calcium": "serum_calcium", "sclerostin": "serum_sclerostin"}
    if endpoint.startswith("bmd_"):
        return Key("bmd", Site(endpoint.removeprefix("bmd_")))
    name = names.get(endpoint, endpoint)
    quantity = model.roster.quantities.get(name)
    if quantity is None or quantity.unit == "":
        return None
    return Key(name)


def unit_of(model: Model, endpoint: str) -> str:
    """Return the unit of an endpoint inside; '' where the model has none."""
    key = key_of_endpoint(model, endpoint)
    return "" if key is None else model.roster.quantities[key.name].unit


def label_of(endpoint: str) -> str:
    """Return an endpoint as a screen shows it."""
    fixed = {
        "pinp": "PINP (P1NP)",
        "ctx": "CTX",
        "ntx": "NTX",
        "pth": "PTH",
        "bone_alp": "bone ALP",
        "tracp5b": "TRACP 5b",
        "fracture_vertebral": "vertebral fracture (radiograph)",
        "fracture_vertebral_clinical": "clinical vertebral fracture",
    }
    if endpoint.startswith("bmd_"):
        return "BMD " + endpoint.removeprefix("bmd_").replace("_", " ")
    if endpoint.startswith("fracture_") and endpoint not in fixed:
        return endpoint.removeprefix("fracture_").replace("_", " ") + " fracture"
    return fixed.get(endpoint, endpoint.replace("_", " "))
