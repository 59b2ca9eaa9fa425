"""A layer of fitted values: square, positive, and read from the library by name."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.parameters.layer import LAYERS

FITTED: dict[str, Any] = {
    "name": "two",
    "version": "0.1.0",
    "date": "2026-01-01",
    "data": ["SWAN-menopause"],
    "parameters": ["coupling.strength", "bone.turnover@total_hip"],
    "fitted": ["coupling.strength"],
    "values": [0.9, 0.0003],
    "spread_left": [0.2, 1.0],
    "discrepancy": {
        "bmd": {"single": 0.6, "fixed": 0.8, "yearly": 0.5, "share": 0.1, "together": 0.9}
    },
    "draws": [[0.9, 0.0003], [0.8, 0.0002]],
}
NAMES = sorted(path.stem for path in LAYERS.glob("*.toml"))
every_layer = pytest.mark.parametrize("name", NAMES)


def test_a_value_is_found_by_its_name() -> None:
    layer = Layer.model_validate(FITTED)
    assert layer["coupling.strength"] == 0.9
    assert layer["bone.turnover@total_hip"] == 0.0003


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("values", [0.9], "values and spread_left must have one entry a parameter"),
        ("draws", [[0.9], [0.8]], "there must be draws, each with one entry a parameter"),
        ("draws", [], "there must be draws"),
        ("values", [0.9, 0.0], "fitted values and draws must be positive"),
        ("draws", [[-0.9, 0.1]], "fitted values and draws must be positive"),
        ("notes", "none", "Extra inputs are not permitted"),
    ],
)
def test_a_layer_that_does_not_fit_together_is_refused(
    field: str, value: object, words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        Layer.model_validate(FITTED | {field: value})


@pytest.mark.parametrize("field", FITTED)
def test_a_layer_says_everything(field: str) -> None:
    lacking = {name: value for name, value in FITTED.items() if name != field}
    with pytest.raises(ValidationError, match=rf"{field}\n  Field required"):
        Layer.model_validate(lacking)


def test_a_layer_cannot_be_changed() -> None:
    layer = Layer.model_validate(FITTED)
    with pytest.raises(ValidationError, match="frozen"):
        layer.values = (1.0, 1.0)


@every_layer
def test_a_layer_of_the_library_lies_over_the_model(model: Model, name: str) -> None:
    layer = Layer.read(name)
    assert layer.name == name
    assert set(layer.parameters) <= set(model.table.columns)
    assert len(set(layer.parameters)) == len(layer.parameters)
    assert set(layer.fitted) <= set(layer.parameters)
    assert len(layer.spread_left) == len(layer.parameters)


def test_a_prediction_may_be_off_by_what_is_fixed_by_its_time_and_by_its_size() -> None:
    """On the first day the root of 0.6^2 + 0.8^2 + (0.1 * 20)^2; four years add one under it."""
    layer = Layer.model_validate(FITTED)
    assert layer.discrepancy["bmd"].of(-20.0, years=0.0) == pytest.approx(np.sqrt(5.0))
    assert layer.discrepancy["bmd"].of(-20.0, years=4.0) == pytest.approx(np.sqrt(6.0))


def test_the_spread_of_a_parameter_is_that_of_its_draws() -> None:
    """Two draws a factor apart: their logarithms differ by it, times the root of one half."""
    layer = Layer.model_validate(FITTED)
    assert layer.log_sd("coupling.strength") == pytest.approx(np.log(0.9 / 0.8) / np.sqrt(2.0))


def test_two_layers_lie_side_by_side() -> None:
    """Every parameter keeps its value and its sets; what both fit is refused."""
    bone = Layer.model_validate(FITTED)
    other = {
        "name": "fractures",
        "data": ["FREEDOM"],
        "parameters": ["fracture_hip.gradient"],
        "fitted": [],
        "values": [2.9],
        "spread_left": [1.0],
        "discrepancy": {},
        "draws": [[2.7], [3.1]],
    }
    both = bone.beside(Layer.model_validate(FITTED | other))
    assert both["fracture_hip.gradient"] == 2.9
    assert [both[name] for name in bone.parameters] == list(bone.values)
    assert [row[-1] for row in both.draws] == [2.7, 3.1]
    assert [row[:-1] for row in both.draws] == list(bone.draws)
    assert both.discrepancy == bone.discrepancy
    assert set(both.data) == {*bone.data, "FREEDOM"}
    with pytest.raises(ValueError, match="both fit"):
        bone.beside(bone)
    with pytest.raises(ValueError, match=r"shorter|longer"):
        bone.beside(Layer.model_validate(FITTED | other | {"draws": [[2.7]]}))
