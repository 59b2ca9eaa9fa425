"""Procedures end the work of the ovaries, at once or within months."""

from __future__ import annotations

import numpy as np
import pytest
from support.typical import AFTER_MENOPAUSE, life

from osteon.model.model import Model
from osteon.people.layer import current_layer

DAYS = np.array([7.0, 30.0, 90.0, 730.0])


def test_oophorectomy_leaves_what_fat_makes(model: Model) -> None:
    """Clearance of one a day: within a week all but a thousandth of the ovaries' share is gone."""
    lived = life(model, {"oophorectomy": 1.0}, DAYS)
    peripheral = model.table.values[model.table.column("estradiol.peripheral_level")]
    gone = lived["reference_estradiol"][0, 0] - peripheral
    expected = peripheral + gone * np.exp(-DAYS)
    np.testing.assert_allclose(lived["estradiol"][0], expected, rtol=1e-5)


def test_bone_is_lost_fast_after_oophorectomy_before_menopause(model: Model) -> None:
    """Genant 1982: trabecular bone of the spine fell by 9 % in a year; BMD falls less.

    A vertebra is cortical bone too: BMD loses less in two years than 9 % of the rest, twice.
    """
    layer = current_layer()
    assert layer is not None
    fitted = dict(zip(layer.parameters, layer.values, strict=True))
    treated = life(model, {"oophorectomy": 1.0}, DAYS, fitted)["bmd@lumbar_spine"][0]
    change = treated / life(model, {}, DAYS, fitted)["bmd@lumbar_spine"][0] - 1.0
    assert (np.diff(change) < 0.0).all()
    assert 0.91**2 - 1.0 < change[-1] < -0.04


def test_chemotherapy_takes_nine_tenths_within_months_and_for_good(model: Model) -> None:
    lived = life(model, {"chemotherapy": 1.0}, DAYS)["ovarian_stimulation"][0]
    assert lived[0] > 0.4
    assert lived[2] < 0.1
    assert lived[3] < lived[2]


@pytest.mark.parametrize("procedure", ["oophorectomy", "chemotherapy"])
def test_procedures_do_nothing_after_menopause(model: Model, procedure: str) -> None:
    treated = life(model, {procedure: 1.0}, DAYS, AFTER_MENOPAUSE)["estradiol"][0, -1]
    untreated = life(model, {}, DAYS, AFTER_MENOPAUSE)["estradiol"][0, -1]
    assert treated == pytest.approx(untreated, rel=1e-6)
