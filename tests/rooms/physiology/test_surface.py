"""Surface for formation: it goes with the struts, and keeps bone from healing by itself."""

from __future__ import annotations

import pytest
from support.typical import now

from osteon.model.model import Model


def test_a_quarter_less_bone_has_an_eighth_less_surface(model: Model) -> None:
    """Khosla 2006: between 20 and 90 years 27 % less trabecular volume and 13 % fewer struts."""
    young = now(model)("young_bone@lumbar_spine")
    mature = now(model)("mature_bone@lumbar_spine")
    lost = {
        "young_bone@lumbar_spine": 0.73 * young,
        "mature_bone@lumbar_spine": 0.73 * mature,
    }
    assert now(model, lost)("bone_surface@lumbar_spine") == pytest.approx(0.87, abs=0.005)


def test_what_is_left_forms_less_bone_at_the_hip_than_at_the_spine(model: Model) -> None:
    lost = {
        f"{part}@{site}": 0.8 * now(model)(f"{part}@{site}")
        for part in ("young_bone", "mature_bone")
        for site in ("lumbar_spine", "total_hip")
    }
    spine, hip = (
        now(model, lost)(f"formation_rate@{site}") / now(model)(f"formation_rate@{site}")
        for site in ("lumbar_spine", "total_hip")
    )
    assert hip < spine < 1.0
