"""What a fit writes is what is read back, and belongs to the model."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.calibration.write import INFORMED_BELOW, write_layer
from osteon.model.library import standard
from osteon.parameters import Layer
from osteon.people.layer import current_layer


def test_written_and_read_back(tmp_path):
    """A layer survives its files to the last digit."""
    layer = current_layer()
    path = tmp_path / "again.toml"
    write_layer(layer, path, "make fit")
    assert Layer.at(path) == layer
    assert sorted(file.name for file in tmp_path.iterdir()) == ["again.csv", "again.toml"]


def test_draws_of_another_layer_are_refused(tmp_path):
    """Two files that do not belong together say so."""
    layer = current_layer()
    path = tmp_path / "again.toml"
    write_layer(layer, path, "make fit")
    table = path.with_suffix(".csv").read_text("utf-8")
    path.with_suffix(".csv").write_text(table.replace(layer.parameters[0], "other.one"), "utf-8")
    with pytest.raises(ValueError, match=r"does not have the parameters of again\.toml"):
        Layer.at(path)


def test_the_current_layer_belongs_to_the_model():
    """Every parameter of the layer exists, and no draw lies beyond reason."""
    layer = current_layer()
    table = standard().table
    assert all(name in table.position for name in layer.parameters)
    assert len(layer.draws) >= 200
    for place, name in enumerate(layer.parameters):
        prior = table.parameter(name).uncertainty.log_sd
        logs = np.log([row[place] for row in layer.draws])
        assert logs.std() < 2.0 * prior, name


def test_what_the_data_say_nothing_of_stays_at_its_source():
    """A parameter that keeps its whole prior spread keeps its literature value."""
    layer = current_layer()
    table = standard().table
    for name, value, left in zip(layer.parameters, layer.values, layer.spread_left, strict=True):
        assert (left < INFORMED_BELOW) == (name in layer.fitted), name
        if left > 0.99:
            prior, spread = table.values[table.column(name)], table.parameter(name).uncertainty
            assert abs(np.log(value / prior)) < 0.5 * spread.log_sd, name
