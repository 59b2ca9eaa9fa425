"""Pictures of forecasts and of predictions beside trials, as SVG that reads well small and printed.

matplotlib is loaded when the first picture is drawn, not before.
"""

from osteon.plotting.agreement import plot_validation
from osteon.plotting.bmd import plot_bmd
from osteon.plotting.markers import plot_markers
from osteon.plotting.write import write_pictures, write_validation

__all__ = ["plot_bmd", "plot_markers", "plot_validation", "write_pictures", "write_validation"]
