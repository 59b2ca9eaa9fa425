"""Pictures as SVG files: letters stay letters, and the same numbers give the same bytes."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from osteon.errors import InputError
from osteon.plotting.agreement import plot_validation
from osteon.plotting.bmd import plot_bmd
from osteon.plotting.markers import plot_markers
from osteon.plotting.shapes import Forecast, Prediction
from osteon.plotting.style import house_style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NAMES_NO_MAKER_AND_NO_DATE = {"Date": None, "Creator": None}


def write_pictures(forecast: Forecast, folder: Path) -> list[Path]:
    """Write bmd.svg and markers.svg into a folder, made if need be; return their paths.

    Raises
    ------
    InputError
        If the forecast holds no strategy, or the folder cannot be written to.
    """
    pictures = {"bmd.svg": plot_bmd(forecast), "markers.svg": plot_markers(forecast)}
    return [write_figure(figure, folder / name) for name, figure in pictures.items()]


def write_validation(rows: Sequence[Prediction], path: Path) -> Path:
    """Write predictions beside observations as an SVG file; return its path.

    Raises
    ------
    InputError
        If no row has a prediction, or the file cannot be written.
    """
    return write_figure(plot_validation(rows), path)


def write_figure(figure: Figure, path: Path) -> Path:
    """Write a picture as an SVG file; return its path.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with house_style(), warnings.catch_warnings():
            # A letter missing here is not missing where the SVG is read: letters stay letters.
            warnings.filterwarnings("ignore", "Glyph .* missing from font")
            figure.savefig(path, format="svg", metadata=_NAMES_NO_MAKER_AND_NO_DATE)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        message = f"the picture '{path}' cannot be written ({reason}); name another folder"
        raise InputError(message) from fault
    return path
