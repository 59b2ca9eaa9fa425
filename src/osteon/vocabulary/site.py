"""The skeletal sites at which bone is simulated and measured by DXA.

Sites differ in turnover, load and response, never in law.
"""

from __future__ import annotations

from enum import StrEnum


class Site(StrEnum):
    """A place in the skeleton where bone mineral density (BMD) is measured."""

    LUMBAR_SPINE = "lumbar_spine"
    TOTAL_HIP = "total_hip"
    FEMORAL_NECK = "femoral_neck"

    @property
    def label(self) -> str:
        """Return the site in plain words, as a person would read it."""
        return self.value.replace("_", " ")
