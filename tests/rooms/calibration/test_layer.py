"""What a fit writes is what is read back, and belongs to the model."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.calibration.write import write_layer
from osteon.model.library import standard
from osteon.parameters import Layer
from osteon.people.layer import current_layer


def test_written_and_read_back(tmp_path):
    """A layer survives its file to the last digit."""
    layer = current_layer()
    path = tmp_path / "again.toml"
    write_layer(layer, path)
    import tomllib

    assert Layer.model_validate(tomllib.loads(path.read_text("utf-8"))) == layer
    assert [file.name for file in tmp_path.iterdir()] == ["again.toml"]


def test_the_current_layer_belongs_to_the_model():
    """Every parameter of the layer exists, and its covariance is one."""
    layer = current_layer()
    table = standard().table
    assert all(name in table.position for name in layer.parameters)
    assert set(layer.fitted) <= set(layer.parameters)
    covariance = np.array(layer.log_covariance)
    assert covariance == pytest.approx(covariance.T)
    assert np.linalg.eigvalsh(covariance).min() > -1e-9
    spread = np.sqrt(np.diag(covariance))
    for name, sd, left in zip(layer.parameters, spread, layer.spread_left, strict=True):
        prior = table.parameter(name).uncertainty.log_sd
        assert sd == pytest.approx(left * prior, rel=0.02), name


def test_what_was_not_fitted_stays_at_its_source():
    """Parameters that the data do not inform keep their literature values."""
    layer = current_layer()
    table = standard().table
    for name, value in zip(layer.parameters, layer.values, strict=True):
        if name not in layer.fitted:
            assert value == pytest.approx(table.values[table.column(name)], rel=1e-4), name
