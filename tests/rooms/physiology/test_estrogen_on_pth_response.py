"""Estrogen keeps bone from answering PTH, the body's own and injected."""

from __future__ import annotations

import pytest
from support.typical import now, value

from osteon.model.model import Model

SITE = "total_hip"


def test_without_estrogen_the_same_pth_calls_for_more_rankl(model: Model) -> None:
    """Cosman 1993: PTH infused raised markers of resorption less in women on estrogen."""
    reference = now(model)("pth")
    raised = {"pth": 1.5 * reference}
    lacking = {"estradiol": 1.0}
    young = now(model, raised)(f"rankl_production@{SITE}")
    old = now(model, raised | lacking)(f"rankl_production@{SITE}")
    old_at_rest = now(model, lacking)(f"rankl_production@{SITE}")
    assert old / old_at_rest > young > 1.0


def test_the_call_of_pth_drugs_rises_as_much(model: Model) -> None:
    call = {f"pth_call@{SITE}": 1.5}
    lacking = {"estradiol": 1.0}
    young = now(model, call)(f"rankl_production@{SITE}")
    old = now(model, call | lacking)(f"rankl_production@{SITE}")
    old_at_rest = now(model, lacking)(f"rankl_production@{SITE}")
    response = now(model, lacking)(f"response_to_pth@{SITE}")
    on_rankl = value(model, "pth_receptor.on_rankl")
    assert response > 1.5
    assert young == pytest.approx(1.5**on_rankl, rel=1e-9)
    assert old / old_at_rest == pytest.approx(young**response, rel=1e-9)
