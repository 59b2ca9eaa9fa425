"""Predicted beside observed: points where they belong, unlike things apart, no row in silence."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.errors import InputError
from osteon.language.observation import Observation
from osteon.plotting import plot_validation


def dots(axes) -> list:
    return [line for line in axes.lines if line.get_marker() == "o"]


def texts(axes) -> str:
    return " | ".join(text.get_text() for text in axes.texts)


def test_a_point_stands_at_its_observed_and_predicted_value(make) -> None:
    (axes,) = plot_validation([make.row(-4.0, -3.2)]).axes
    assert dots(axes)[0].get_xydata().tolist() == [[-4.0, -3.2]]


def test_intervals_reach_from_limit_to_limit(make) -> None:
    (axes,) = plot_validation([make.row(-4.0, -3.2)]).axes
    drawn = [np.round(line.get_xydata(), 6).tolist() for line in axes.lines]
    assert [[-4.5, -3.2], [-3.5, -3.2]] in drawn
    assert [[-4.0, -4.2], [-4.0, -2.2]] in drawn


def test_the_diagonal_is_where_both_agree(make) -> None:
    (axes,) = plot_validation([make.row(-4.0, 2.0), make.row(1.0, 3.0)]).axes
    assert axes.get_xlim() == axes.get_ylim()
    diagonal = axes.lines[0].get_xydata()
    assert (diagonal[:, 0] == diagonal[:, 1]).all()


def test_only_trials_that_no_fit_has_seen_are_filled(make) -> None:
    rows = [make.row(-4.0, -3.0, "validation"), make.row(2.0, 1.0, "calibration")]
    unseen, seen = dots(plot_validation(rows).axes[0])
    assert unseen.get_markerfacecolor() == unseen.get_markeredgecolor()
    assert seen.get_markerfacecolor() == "white"
    assert seen.get_markeredgecolor() != unseen.get_markeredgecolor()


def test_the_errors_are_written_above(make) -> None:
    # errors 3 and 1: the root of their mean square is the root of 5; one of two lies inside
    (axes,) = plot_validation([make.row(-4.0, -1.0), make.row(1.0, 2.0)]).axes
    assert "predicted, %; 2 rows; 50 % inside; RMSE 2.2" in texts(axes)


def test_only_a_miss_is_named(make) -> None:
    assert "FIRST" in texts(plot_validation([make.row(-4.0, -1.0)]).axes[0])
    assert "FIRST" not in texts(plot_validation([make.row(-4.0, -3.5)]).axes[0])


def test_unlike_values_stand_apart_and_the_most_come_first(make) -> None:
    level = Observation(arm="drug", endpoint="estradiol", month=3, level="2.7 pmol/L")
    lone = type(make.row(0.0, 0.0))("SECOND", None, level, 3.0)
    figure = plot_validation([lone, make.row(-4.0, -3.0), make.row(-2.0, -3.0)])
    assert [axes.get_xlabel() for axes in figure.axes] == ["observed, %", "observed, pmol/L"]
    assert figure.axes[0].get_position().width > 2 * figure.axes[1].get_position().width


def test_rows_without_a_prediction_are_counted(make) -> None:
    figure = plot_validation([make.row(-4.0, -3.0), make.row(1.0, None)])
    assert "for want of a prediction: 1 of 2" in " ".join(t.get_text() for t in figure.texts)


def test_many_rows_and_equal_ones_are_drawn(make) -> None:
    rows = [make.row(float(number % 7), float(number % 5)) for number in range(60)]
    assert len(dots(plot_validation(rows).axes[0])) == 60


def test_no_prediction_at_all_is_refused_with_the_reason(make) -> None:
    with pytest.raises(InputError, match=r"none of 1 rows.*no 'zinc'.*validate a trial"):
        plot_validation([make.row(1.0, None)])
    with pytest.raises(InputError, match="none of 0 rows"):
        plot_validation([])
